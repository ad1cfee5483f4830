/** How the rows of an export begin and end. All patterns look at one place, or from there on: set `lastIndex`. */

const NAME = '[A-Za-z_][\\w:.-]{0,100}';
/** Any tag: its slash, its name, and the rest. */
export const TAG = new RegExp(`<(/?)(${NAME})(\\s[^<>]*|/)?>`, 'y');
/** A field holds text; an element that begins with another element is a row. */
export const ROW_START = new RegExp(`<${NAME}(?:\\s[^<>]*)?>\\s*(?:<(?!/)|$)`, 'y');
/** The tables that are read: their rows are known without an action. */
export const ROW_TABLES = ['incident', 'sys_journal_field'];
export const ACTION = /\saction\s*=/;
/** Sections whose text is no markup, by how they begin, with how they end. */
export const SECTIONS: Readonly<Record<string, string>> = { '<![CDATA[': ']]>', '<!--': '-->', '<?': '?>' };
export const SECTION = /<!\[CDATA\[|<!--|<\?/y;

/** What can be of interest inside the rows of a table. */
export interface Marks {
  /** The end of the row or of the root, a row that begins inside it, a section. */
  readonly any: RegExp;
  /** The end of the row, which no section holds unless the section has lost its own. */
  readonly end: RegExp;
}

/** The marks of a table's rows, in an export with this root. */
export function marksOf(table: string, root: string): Marks {
  const rows = [...new Set([table, ...ROW_TABLES])].map(escapeName).join('|');
  const ends = [...new Set([table, root])]
    .filter((name) => name !== '')
    .map(escapeName)
    .join('|');
  const begins = `<(?:(${rows})(?=[\\s/>])|${NAME}(?=\\s+action\\s*=))`;
  return {
    any: new RegExp(`<!\\[CDATA\\[|<!--|</(${ends})\\s*>|${begins}`, 'g'),
    end: new RegExp(`</${escapeName(table)}\\s*>`),
  };
}

function escapeName(name: string): string {
  return name.replace(/[.-]/g, '\\$&');
}
