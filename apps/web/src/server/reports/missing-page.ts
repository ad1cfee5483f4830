/** The list of all tickets is there once its run has ended: whoever waits for it looks again after so many seconds. */
const LOOK_AGAIN_SECONDS = 3;

const STYLE =
  ':root{color-scheme:light dark}body{margin:15vh auto 0;max-width:32rem;padding:0 1.25rem;font:1rem/1.5 system-ui,sans-serif;text-align:center}h1{font-size:1.5rem}';

/**
 * What stands in place of a page that is not there: one of the report's own links may lead to what is not written yet.
 * @param isAwaited It is written when the run ends.
 */
export function missingPage(isAwaited: boolean): string {
  const [title, text] = isAwaited
    ? ['The review is still going on', 'All tickets are listed here as soon as it has come to its end.']
    : ['This page is not there', 'The report has no such page.'];
  const again = isAwaited ? `<meta http-equiv="refresh" content="${LOOK_AGAIN_SECONDS}">` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${again}<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p role="status">${text}</p></main></body></html>`;
}
