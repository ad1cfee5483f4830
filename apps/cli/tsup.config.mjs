import { libraryConfig } from '../../scripts/tsup-config.mjs';

/** The workspace's own packages go into the bundle, so that the packed command needs nothing but public packages. */
export default libraryConfig({
  entry: { main: 'src/main.ts', lane: 'src/review/lanes/worker.ts' },
  noExternal: [/^@tqrs\//],
});
