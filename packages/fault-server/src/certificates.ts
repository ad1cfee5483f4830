import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name: string) => fileURLToPath(new URL(`../certificates/${name}`, import.meta.url));

/** The file of the authority that signed {@link SERVER_TLS}; no machine trusts it by itself. */
export const CA_FILE = path('ca.pem');

/** Key and certificate of a server named `model.test`, `localhost` or 127.0.0.1. */
export const SERVER_TLS = {
  key: readFileSync(path('server-key.pem'), 'utf8'),
  cert: readFileSync(path('server.pem'), 'utf8'),
};
