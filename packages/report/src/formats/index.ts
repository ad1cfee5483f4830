import { coaching } from './coaching.ts';
import { csv } from './csv.ts';
import type { Format, StreamFormat } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { xlsx } from './xlsx.ts';

const ALL = { html, json, ndjson, csv, xlsx, md: markdown, junit, coaching } as const satisfies Record<string, Format>;

/** The name of a report format. */
export type FormatId = keyof typeof ALL;

/** The name of a format that is one text. */
export type StreamFormatId = {
  [Id in FormatId]: (typeof ALL)[Id] extends { readonly kind: 'stream' } ? Id : never;
}[FormatId];

/** Every report format by its id. */
export const FORMATS: Readonly<Record<StreamFormatId, StreamFormat> & Record<FormatId, Format>> = ALL;

/** The ids of all report formats, in the order in which a help page names them. */
export const FORMAT_IDS = Object.keys(ALL) as readonly FormatId[];
