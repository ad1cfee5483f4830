import { z } from 'zod';

/** Names an upload or a run: 128 random bits in hex, chosen by the server. */
export const idSchema = z.string().regex(/^[0-9a-f]{32}$/);
