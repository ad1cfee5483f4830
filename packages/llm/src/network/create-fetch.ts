import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { Agent, type Dispatcher, EnvHttpProxyAgent, type RequestInit, fetch as undiciFetch } from 'undici';
import { ModelConfigError } from '../errors/model-config-error.ts';
import type { NetworkSettings } from './network-settings.ts';
import { publicConnector } from './public-connector.ts';

/** The time limit of an attempt is ours: none of undici's own, which would end a slow model after five minutes. */
const NO_TIMEOUTS = { headersTimeout: 0, bodyTimeout: 0 };
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A `fetch` that goes through the proxies and trusts the certificates of the settings. Node does this by itself only with
 * flags that have to be set before it starts (`NODE_USE_ENV_PROXY`, `--use-openssl-ca`), and never for a `.env` file. It follows no
 * redirection: who was asked is the address that somebody chose, and keys and tickets go nowhere else.
 * @throws {ModelConfigError} where a proxy's address or a certificate file cannot be used.
 */
export function createFetch(settings: NetworkSettings): typeof fetch {
  const dispatcher = createDispatcher(settings);
  const send = (url: string, init?: RequestInit) => undiciFetch(url, { ...init, redirect: 'manual', dispatcher });
  // The same standard in two packages: Node's own types and those of undici.
  return send as unknown as typeof fetch;
}

function createDispatcher({ httpProxy, httpsProxy, noProxy, publicOnly, caFiles = [] }: NetworkSettings): Dispatcher {
  const tls =
    caFiles.length > 0 ? { ca: [...getCACertificates('default'), ...caFiles.map(readCertificates)] } : undefined;
  if (publicOnly) return new Agent({ ...NO_TIMEOUTS, connect: publicConnector(tls) });
  const trust = tls && { connect: tls, requestTls: tls, proxyTls: tls };
  if (!httpProxy && !httpsProxy) return new Agent({ ...NO_TIMEOUTS, ...(tls && { connect: tls }) });
  return new EnvHttpProxyAgent({
    ...NO_TIMEOUTS,
    ...trust,
    // Many proxies open tunnels for https: only.
    proxyTunnel: false,
    // Blank is none; absent would let the agent look into the environment of the process.
    httpProxy: proxyUrl('HTTP_PROXY', httpProxy),
    httpsProxy: proxyUrl('HTTPS_PROXY', httpsProxy),
    noProxy: noProxy === '*' ? '*' : [noProxy, ...THIS_MACHINE].filter(Boolean).join(','),
  });
}

/** The address of a proxy is not shown: it can hold a password. */
function proxyUrl(name: string, text: string | undefined): string {
  if (!text) return '';
  const url = text.includes('://') ? text : `http://${text}`;
  if (URL.canParse(url) && /^(https?|socks5?):$/.test(new URL(url).protocol)) return url;
  throw new ModelConfigError(`${name} is not the address of a proxy.`, {
    code: 'proxy-invalid',
    hint: 'Write it as http://host:port, or http://name:password@host:port.',
  });
}

function readCertificates({ path, from }: { readonly path: string; readonly from: string }): string {
  const hint = `Let ${from} name a PEM file of certificates, or leave it out.`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ModelConfigError(`The file of ${from}, ${path}, cannot be read (${code}).`, {
      code: 'certificates-unreadable',
      hint,
    });
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new ModelConfigError(`The file of ${from}, ${path}, holds no certificate.`, {
    code: 'certificates-unreadable',
    hint,
  });
}
