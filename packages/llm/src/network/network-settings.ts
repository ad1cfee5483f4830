/** How the network is reached. */
export interface NetworkSettings {
  /** The proxy for http: addresses, and for https: ones where those have none: `http://name:password@host:port`. */
  readonly httpProxy?: string | undefined;
  /** The proxy for https: addresses. */
  readonly httpsProxy?: string | undefined;
  /** Hosts that are reached directly, separated by commas; `*` is all. This machine always is. */
  readonly noProxy?: string | undefined;
  /** PEM files of certificate authorities to trust, beside those that Node trusts, each with where its name comes from. */
  readonly caFiles?: readonly { readonly path: string; readonly from: string }[] | undefined;
}

/** Reads `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` (small letters go first), `NODE_EXTRA_CA_CERTS` and `SSL_CERT_FILE`. */
export function networkFromEnvironment(environment: Readonly<Record<string, string | undefined>>): NetworkSettings {
  const read = (name: string) => environment[name.toLowerCase()]?.trim() || environment[name]?.trim() || undefined;
  const caFiles = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'].flatMap((from) => {
    const path = environment[from]?.trim();
    return path ? [{ path, from }] : [];
  });
  return { httpProxy: read('HTTP_PROXY'), httpsProxy: read('HTTPS_PROXY'), noProxy: read('NO_PROXY'), caFiles };
}
