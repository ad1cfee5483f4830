import { suggest } from '../data-file/closest.ts';
import { type DataPath, formatPath, valueAt } from '../data-file/issue.ts';
import { IssueLog } from '../data-file/issue-log.ts';
import { type DataFile, readDataFile } from '../data-file/read-data-file.ts';
import { issuesOf } from '../data-file/zod-issues.ts';
import type { BaseRubric } from './compiled-rubric.ts';
import { RubricError } from './errors.ts';
import { extendRubric } from './extend-rubric.ts';
import { rubricExtensionSchema } from './extension-schema.ts';
import { type Rubric, rubricSchema } from './schema.ts';

/** The rubrics that a file may extend, as their files say them, by id. */
export type ExtendableRubrics = ReadonlyMap<string, object>;

/** A rubric as a file gives it, complete, whatever it extends. */
export interface RubricFile {
  readonly rubric: Rubric;
  /** Knows where each value of `rubric` stands in the file that was read. */
  readonly file: DataFile;
  readonly base?: BaseRubric;
}

/**
 * Reads a rubric, and what it extends.
 *
 * @throws {RubricError} where it is no rubric. Whether its parts fit each other is not looked at.
 */
export function readRubricFile(input: string | object, source: string, extendable: ExtendableRubrics): RubricFile {
  const file = readDataFile(input);
  if (file.issues.length > 0) throw new RubricError(source, file.issues);
  const { value } = file;
  if (typeof value === 'object' && value !== null) {
    if (Object.hasOwn(value, 'extends')) return readExtension(value, file, source, extendable);
    const change = ['change', 'without', 'add'].find((key) => Object.hasOwn(value, key));
    if (change !== undefined) {
      const cure = 'Add `extends: <id>` with the rubric that the file changes.';
      throw new RubricError(source, [file.issueAt([change], `"${change}" stands without "extends"`, cure)]);
    }
  }
  return { rubric: parsed(value, file, source), file };
}

function parsed(value: unknown, file: DataFile, source: string): Rubric {
  const result = rubricSchema.safeParse(value);
  if (!result.success) throw new RubricError(source, issuesOf(result.error, { file, value, schema: rubricSchema }));
  return result.data;
}

function readExtension(value: object, file: DataFile, source: string, extendable: ExtendableRubrics): RubricFile {
  if (Object.hasOwn(value, 'criteria')) {
    const cure = 'Put new criteria under `add`, and what differs in the others under `change`.';
    throw new RubricError(source, [
      file.issueAt(['criteria'], 'a rubric that extends another has no "criteria"', cure),
    ]);
  }
  const result = rubricExtensionSchema.safeParse(value);
  if (!result.success) {
    throw new RubricError(source, issuesOf(result.error, { file, value, schema: rubricExtensionSchema }));
  }
  const extension = result.data;
  const data = extendable.get(extension.extends);
  if (data === undefined) {
    const message = `there is no built-in rubric "${extension.extends}" to extend`;
    throw new RubricError(source, [file.issueAt(['extends'], message, suggest(extension.extends, extendable.keys()))]);
  }
  const { rubric: base } = readRubricFile(data, extension.extends, extendable);
  const log = new IssueLog(file);
  const { rubric, placeOf } = extendRubric(base, extension, log);
  if (log.errors.length > 0) throw new RubricError(source, log.errors);
  const places = placesIn(file, value, base, placeOf);
  const { id, version, title } = base;
  return { rubric: parsed(rubric, places, source), file: places, base: { id, version, title } };
}

/** An issue of the extended rubric, said where the file speaks of it; of what it does not speak of, at `extends`. */
function placesIn(file: DataFile, value: object, base: Rubric, placeOf: (path: DataPath) => DataPath): DataFile {
  return {
    ...file,
    commentAfter: (path) => file.commentAfter(placeOf(path)),
    issueAt(path, message, cure) {
      const place = placeOf(path);
      // A change that is there, though not of this very value, brought the issue about.
      const spoken = place[0] === 'change' ? 2 : 1;
      if (valueAt(value, place.slice(0, spoken)) !== undefined) return file.issueAt(place, message, cure);
      return file.issueAt(
        ['extends'],
        `in "${base.id}" as it is changed here, at ${formatPath(path)}: ${message}`,
        cure,
      );
    },
  };
}
