import { z } from 'zod';

/** The settings of the server that are set by environment alone: they hold secrets, or open doors. */
const settingsSchema = z.object({
  /** Opens the server to others. Absent, and not bound to this machine: one is made and printed. */
  TQRS_SERVE_TOKEN: z.string().trim().min(16, 'at least 16 characters').optional(),
  /** Makes somebody an administrator for an hour. Absent: one is made and printed. */
  TQRS_SERVE_ADMIN_TOKEN: z.string().trim().min(16, 'at least 16 characters').optional(),
  /** Where users find the server, where that is not its own address: behind a proxy. */
  TQRS_SERVE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses of models that users may name: `host`, `host:port`, `*.domain`, `*` for any public one; joined by commas. */
  TQRS_SERVE_ADDRESSES: z.string().optional(),
});

/** See {@link readServeSettings}. */
export interface ServeSettings {
  readonly token: string | undefined;
  readonly adminToken: string | undefined;
  readonly publicUrl: URL | undefined;
  readonly addresses: readonly string[];
}

/**
 * Reads the server's settings out of an environment. A blank one is none.
 * @throws {RangeError} naming the variable; its value is not repeated.
 */
export function readServeSettings(environment: Readonly<Record<string, string | undefined>>): ServeSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RangeError(`${issue?.path.join('.')} cannot be used: ${issue?.message}.`);
  }
  const { TQRS_SERVE_TOKEN, TQRS_SERVE_ADMIN_TOKEN, TQRS_SERVE_URL, TQRS_SERVE_ADDRESSES = '' } = parsed.data;
  return {
    token: TQRS_SERVE_TOKEN,
    adminToken: TQRS_SERVE_ADMIN_TOKEN,
    publicUrl: TQRS_SERVE_URL === undefined ? undefined : new URL(TQRS_SERVE_URL),
    addresses: TQRS_SERVE_ADDRESSES.split(',')
      .map((entry) => entry.trim().toLowerCase())
      .filter((entry) => entry !== ''),
  };
}
