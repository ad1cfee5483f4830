import { decide } from './decide.ts';
import { files, found, prepare } from './prepare.ts';
import { run, states } from './run.ts';
import { runs } from './runs.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';

/** Every word that the page says, by view. What people see is changed here and nowhere else. */
export const words = { ...shell, start, files, found, prepare, states, run, decide, runs, settings };
