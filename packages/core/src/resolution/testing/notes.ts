import { readFileSync } from 'node:fs';

/** A note of closing with what a careful reader finds in it. */
export interface LabelledNote {
  readonly text: string;
  readonly done: boolean;
  readonly confirmed: boolean;
  readonly agreed: boolean;
}

/**
 * Notes of many hands. Each line holds the labels, a bar and the note: `D` something was done, `C` the user confirmed,
 * `A` the user agreed to the closing, `-` not; `\n` stands for a line feed.
 *
 * @param table `building`: looked at while the code was written. `further`: written before the code, looked at afterwards.
 *   `closing`: about who agrees to the closing, and to what; written before the code, and only ever counted.
 */
export function labelledNotes(table: 'building' | 'further' | 'closing'): LabelledNote[] {
  const lines = readFileSync(new URL(`./${table}-notes.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [, done, confirmed, agreed, text = ''] = /^([D-])([C-])([A-])\|(.+)$/.exec(line) ?? [];
    if (text === '') throw new Error(`not a labelled note: ${line}`);
    return {
      text: text.replaceAll('\\n', '\n'),
      done: done === 'D',
      confirmed: confirmed === 'C',
      agreed: agreed === 'A',
    };
  });
}
