import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';

const ALL = { html, json, ndjson, csv } as const satisfies Record<string, Format>;

/** The name of a report format. */
export type FormatId = keyof typeof ALL;

/** Every report format by its id. */
export const FORMATS: Readonly<Record<FormatId, Format>> = ALL;

/** The ids of all report formats, in the order in which a help page names them. */
export const FORMAT_IDS = Object.keys(ALL) as readonly FormatId[];
