import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { jsonSchemaOf } from '@tqrs/core';
import { ConfigError } from '../../config-error.ts';
import { plain } from '../../terminal/plain.ts';

/** A file to start from. */
export interface NewFile {
  readonly kind: 'rubric' | 'profile';
  readonly path: string;
  /** Without the line that tells an editor of the schema. */
  readonly text: string;
  /** Whether a file that is there may be overwritten. */
  readonly force: boolean;
}

/**
 * Writes a YAML file, and beside it the JSON Schema by which an editor completes and checks it, without a network; then says
 * so.
 * @throws {ConfigError} where the file is there already, or cannot be written.
 */
export async function writeNewFile({ kind, path, text, force }: NewFile): Promise<void> {
  if (!/^\.ya?ml$/i.test(extname(path))) {
    throw new ConfigError(`${path} does not end with .yaml.`, {
      code: 'file-not-yaml',
      hint: `Name the file so: ${basename(path, extname(path))}.yaml`,
    });
  }
  const schema = `tqrs-${kind}.schema.json`;
  await write(path, `# yaml-language-server: $schema=./${schema}\n${text}`, force ? 'w' : 'wx');
  await write(join(dirname(path), schema), `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`, 'w');
  process.stdout.write(
    `${plain(path)} is written, and ${schema} beside it for your editor.\nCheck it with: tqrs ${kind} validate ${plain(path)}\n`,
  );
}

async function write(path: string, text: string, flag: 'w' | 'wx'): Promise<void> {
  try {
    await writeFile(path, text, { flag });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new ConfigError(`${path} is there already.`, {
        code: 'file-exists',
        hint: 'Give another name, or --force to overwrite it.',
        cause: error,
      });
    }
    const why = code === 'ENOENT' ? 'there is no such folder' : `it cannot be written (${code})`;
    throw new ConfigError(`${path}: ${why}.`, { code: 'file-unwritable', hint: 'Check the path.', cause: error });
  }
}
