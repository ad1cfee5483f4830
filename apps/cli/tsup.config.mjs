import { cp } from 'node:fs/promises';
import { libraryConfig } from '../../scripts/tsup-config.mjs';

/** Files that travel with the command: its page, the sample that the page offers, and what the bundled words' owners say. */
const BESIDE = {
  'dist/dictionary-licenses.txt': '../../packages/core/dist/dictionary-licenses.txt',
  'dist/page': '../web/dist/page',
  'dist/sample/incidents.json': '../../samples/incidents.json',
  'dist/sample/profile.yaml': '../../samples/profile.yaml',
};

/**
 * The workspace's own packages go into the bundle, so that the packed command needs nothing but public packages.
 * `main` runs the command, `lane` is a thread of it, and through `program` tests call it inside of their own process.
 */
export default libraryConfig({
  entry: { main: 'src/main.ts', program: 'src/program.ts', lane: 'src/review/lanes/worker.ts' },
  noExternal: [/^@tqrs\//],
  async onSuccess() {
    for (const [to, from] of Object.entries(BESIDE)) await cp(from, to, { recursive: true });
  },
});
