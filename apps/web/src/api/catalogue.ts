import { z } from 'zod';

/** Something to choose by its id. */
const choiceSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  /** `built-in` comes with TQRS, `server` was put into the data folder of the server, `sample` belongs to the sample export. */
  origin: z.enum(['built-in', 'server', 'sample']),
});

/** `GET /api/catalogue`: what a run can be made of. */
export const catalogueSchema = z.strictObject({
  /** Of TQRS. */
  version: z.string(),
  rubrics: z.array(choiceSchema),
  profiles: z.array(choiceSchema),
  /** What is chosen where nobody chooses. */
  defaults: z.strictObject({ rubric: z.string(), profile: z.string() }),
  formats: z.array(
    z.strictObject({
      id: z.string(),
      description: z.string(),
      /** It is many files, and comes as a zip archive. */
      archive: z.boolean(),
    }),
  ),
  limits: z.strictObject({
    /** Bytes of a file. */
    fileBytes: z.int().positive(),
    filesPerUpload: z.int().positive(),
    /** Runs that go on at the same time; others wait. */
    runs: z.int().positive(),
  }),
  /** Null where the sample did not travel with the server. */
  sample: z
    .strictObject({
      file: z.string(),
      /** The profile that belongs to it, by its id above. */
      profile: z.string(),
    })
    .nullable(),
});
/** See {@link catalogueSchema}. */
export type Catalogue = z.infer<typeof catalogueSchema>;
