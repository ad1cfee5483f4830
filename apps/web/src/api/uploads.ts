import { z } from 'zod';
import { idSchema } from './id.ts';

/** A file that was received. */
export const uploadedFileSchema = z.strictObject({
  /** Its place in the upload, from 1. */
  id: z.int().positive(),
  /** As the browser named it; what reports call it. */
  name: z.string(),
  bytes: z.int().nonnegative(),
});
/** See {@link uploadedFileSchema}. */
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

/** Files that are to be reviewed together. Uploads that nobody touches for a day are deleted. */
export const uploadSchema = z.strictObject({
  id: idSchema,
  createdAt: z.iso.datetime(),
  files: z.array(uploadedFileSchema),
});
/** See {@link uploadSchema}. */
export type Upload = z.infer<typeof uploadSchema>;

/** `POST /api/uploads/:upload/inspect`. */
export const inspectRequestSchema = z.strictObject({
  /** Ids from the catalogue: what findings are about. */
  rubrics: z.array(z.string().max(200)).min(1).max(8),
  profile: z.string().max(200),
});
/** See {@link inspectRequestSchema}. */
export type InspectRequest = z.infer<typeof inspectRequestSchema>;
