import { basename, extname } from 'node:path';

/** An id from a file's name: `Front desk.yaml` is `front-desk`. Where it would be one of `taken`, it becomes `our-…`. */
export function idFromPath(path: string, taken: readonly string[]): string {
  const words = basename(path, extname(path)).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = words.match(/[a-z0-9]+/g)?.join('-') ?? 'ours';
  return taken.includes(id) ? `our-${id}` : id;
}

/** A title from an id, quoted for YAML: `front-desk` is `"Front desk"`. */
export function titleFromId(id: string): string {
  const words = id.replaceAll('-', ' ');
  return JSON.stringify(words.charAt(0).toUpperCase() + words.slice(1));
}
