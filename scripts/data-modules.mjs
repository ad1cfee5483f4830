/**
 * Lets TypeScript import data files as modules, the same way in the build (esbuild) and in the tests (Vite):
 *   import { data, text } from './incident-logging.yaml'  what the file says, and how it says it
 *   import text from './labelled.tsv'            the file's text; so for .css
 *   import template from './ticket.hbs'          a Handlebars template as a function, compiled at build time
 *   import script from './tickets-table.client.js'  the text of a script that runs in a page
 *   import { edges } from './english.built.ts'   what a module exports once it has run in the build: bytes, or what JSON says
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { compileTemplate } from './compile-template.mjs';

const RUNTIME = fileURLToPath(new URL('./template-runtime.mjs', import.meta.url));
const DATA_FILE = /\.(yaml|tsv|css|hbs|client\.js)$/;
const BUILT_FILE = /\.built\.ts$/;
const VIRTUAL = '\0data-module:';
const STYLE_SUFFIX = '.text';

function toModule(path, text) {
  if (path.endsWith('.hbs')) return compileTemplate(text, path, RUNTIME);
  if (!path.endsWith('.yaml')) return `export default ${JSON.stringify(text)};`;
  return `export const text = ${JSON.stringify(text)};\nexport const data = ${JSON.stringify(parse(text))};`;
}

async function builtModule(path) {
  const exports = Object.entries(await import(pathToFileURL(path).href));
  return exports.map(([name, value]) => `export const ${name} = ${toCode(value)};`).join('\n');
}

function toCode(value) {
  if (value instanceof Uint8Array)
    return `Uint8Array.from(Buffer.from('${Buffer.from(value).toString('base64')}', 'base64'))`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}: ${toCode(field)}`);
  return `{ ${fields.join(', ')} }`;
}

/** The plugin for tsup (esbuild). */
export function dataModulesForEsbuild() {
  return {
    name: 'data-modules',
    setup(build) {
      const load = async (path) => ({ contents: toModule(path, await readFile(path, 'utf8')), loader: 'js' });
      build.onLoad({ filter: DATA_FILE }, ({ path }) => load(path));
      build.onLoad({ filter: BUILT_FILE }, async ({ path }) => ({ contents: await builtModule(path), loader: 'js' }));
      // Under its own name tsup would take a style sheet for one to bundle.
      build.onResolve({ filter: /\.css$/ }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path) + STYLE_SUFFIX,
        namespace: 'style-text',
      }));
      build.onLoad({ filter: /./, namespace: 'style-text' }, ({ path }) => load(path.slice(0, -STYLE_SUFFIX.length)));
    },
  };
}

/** The plugin for Vitest (Vite). */
export function dataModulesForVite() {
  return {
    name: 'data-modules',
    enforce: 'pre',
    // Under its own name Vite would take a style sheet for one to serve, and Vitest would empty it.
    async resolveId(source, importer, options) {
      if (!source.endsWith('.css')) return undefined;
      const file = await this.resolve(source, importer, { ...options, skipSelf: true });
      return file === null ? null : `${VIRTUAL}${file.id}${STYLE_SUFFIX}`;
    },
    async load(id) {
      const path = id.startsWith(VIRTUAL) ? id.slice(VIRTUAL.length, -STYLE_SUFFIX.length) : id.split('?')[0];
      if (BUILT_FILE.test(path)) return builtModule(path);
      return DATA_FILE.test(path) ? toModule(path, await readFile(path, 'utf8')) : undefined;
    },
  };
}
