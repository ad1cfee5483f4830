/** How the network is reached. */
export interface NetworkSettings {
  /** The proxy for http: addresses, and for https: ones where those have none: `http://name:password@host:port`. */
  readonly httpProxy?: string | undefined;
  /** The proxy for https: addresses. */
  readonly httpsProxy?: string | undefined;
  /** Hosts that are reached directly, separated by commas; `*` is all. This machine always is. */
  readonly noProxy?: string | undefined;
  /** Only public addresses are connected to, and directly: a proxy would resolve names out of sight. */
  readonly publicOnly?: boolean | undefined;
  /** PEM files of certificate authorities to trust, beside those that Node trusts, each with where its name comes from. */
  readonly caFiles?: readonly { readonly path: string; readonly from: string }[] | undefined;
}

/** Reads `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` (small letters go first), `NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE` and `TQRS_PUBLIC_ADDRESSES_ONLY`. */
export function networkFromEnvironment(environment: Readonly<Record<string, string | undefined>>): NetworkSettings {
  const read = (name: string) => environment[name.toLowerCase()]?.trim() || environment[name]?.trim() || undefined;
  const caFiles = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'].flatMap((from) => {
    const path = environment[from]?.trim();
    return path ? [{ path, from }] : [];
  });
  const publicOnly = environment.TQRS_PUBLIC_ADDRESSES_ONLY?.trim() === '1';
  return {
    httpProxy: read('HTTP_PROXY'),
    httpsProxy: read('HTTPS_PROXY'),
    noProxy: read('NO_PROXY'),
    caFiles,
    ...(publicOnly && { publicOnly }),
  };
}
