import { libraryConfig } from '../../scripts/tsup-config.mjs';

/** One entry a public subpath: `@tqrs/llm/openai` is `src/openai/index.ts`. */
export default libraryConfig({ entry: ['src/index.ts', 'src/*/index.ts'] });
