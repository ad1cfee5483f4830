import { ModelRequestError, type RequestErrorCode } from '../errors/model-request-error.ts';
import { ADDRESS_REFUSED } from '../network/public-address.ts';
import { causesOf, codeOf, safeCause } from './safe-cause.ts';

const CERTIFICATE =
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;

interface Finding {
  readonly code: RequestErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly retryable: boolean;
}

/** Turns a failure to reach the server, or to read its answer to the end, into an error that says what to do. */
export function classifyNetworkFailure(failure: unknown, endpoint: URL): ModelRequestError {
  const { message, ...details } = find(causesOf(failure), endpoint);
  return new ModelRequestError(message, { ...details, cause: safeCause(failure) });
}

function find(chain: readonly Error[], endpoint: URL): Finding {
  const { host } = endpoint;
  const innermost = chain.findLast((error) => codeOf(error) !== undefined);
  const code = innermost && codeOf(innermost);
  if (isOfProxy(chain, innermost, endpoint)) return viaProxy(chain, host);
  if (code && CERTIFICATE.test(code)) {
    return {
      code: 'certificate',
      message: `The certificate of ${host} is not trusted (${code}).`,
      hint:
        'Name the file of your company’s certificate authority in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE, ' +
        'or set NODE_USE_SYSTEM_CA=1 to trust what the machine trusts.',
      retryable: false,
    };
  }
  if (code === ADDRESS_REFUSED) {
    return {
      code: 'address-refused',
      message: `${host} is not at a public address, and only those may be asked (TQRS_PUBLIC_ADDRESSES_ONLY).`,
      hint: 'Use another address, or ask whoever runs the server to allow this one.',
      retryable: false,
    };
  }
  if (chain.some(({ message }) => message === 'bad port')) {
    return {
      code: 'connection-refused',
      message: `Requests to the port of ${host} are not allowed: by the rules of the web it belongs to another protocol.`,
      hint: 'Let the server listen on another port.',
      retryable: false,
    };
  }
  if (code?.startsWith('ERR_SSL_') || code === 'EPROTO') {
    return {
      code: 'connection-lost',
      message: `${host} does not speak TLS as expected (${code}).`,
      hint: 'Check whether the address begins with http:// or https://, and its port.',
      retryable: false,
    };
  }
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        code: 'dns',
        message: `The name ${endpoint.hostname} cannot be resolved (${code}).`,
        hint: 'Check the spelling of the address, the network, and whether a proxy is needed (HTTPS_PROXY).',
        retryable: true,
      };
    case 'ECONNREFUSED':
      return {
        code: 'connection-refused',
        message: `Nothing answers at ${host} (${code}).`,
        hint: 'Check that the server runs, and the port of its address.',
        retryable: true,
      };
    case undefined:
      return lost(host, 'The connection broke');
    default:
      return lost(host, `The connection failed (${code})`);
  }
}

function lost(host: string, what: string): Finding {
  return {
    code: 'connection-lost',
    message: `${what}: ${host} could not be reached, or did not finish its answer.`,
    hint: 'Try again; if it stays, check the network and whether a proxy is needed (HTTPS_PROXY).',
    retryable: true,
  };
}

function viaProxy(chain: readonly Error[], host: string): Finding {
  const status = chain.map(({ message }) => /^Proxy .*\((\d+)\)/.exec(message)?.[1]).find(Boolean);
  return {
    code: 'proxy',
    message: status
      ? `The proxy refused the way to ${host} with status ${status}.`
      : `The proxy on the way to ${host} cannot be reached.`,
    hint:
      status === '407'
        ? 'Put the name and password for the proxy into HTTPS_PROXY: http://name:password@proxy:port.'
        : 'Check HTTPS_PROXY and HTTP_PROXY, or name the host in NO_PROXY to go there directly.',
    retryable: status === undefined || Number(status) >= 500,
  };
}

/** A tunnel that was refused, or a socket or name that is not the endpoint's own. */
function isOfProxy(chain: readonly Error[], innermost: Error | undefined, endpoint: URL): boolean {
  if (chain.some(({ message }) => /^Proxy (response|Authentication)/.test(message))) return true;
  const { hostname, port } = (innermost ?? {}) as { hostname?: string; port?: number };
  const ownPort = Number(endpoint.port) || (endpoint.protocol === 'http:' ? 80 : 443);
  return (hostname !== undefined && hostname !== endpoint.hostname) || (port !== undefined && port !== ownPort);
}
