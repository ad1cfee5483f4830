export { CA_FILE, SERVER_TLS } from './certificates.ts';
export {
  type FaultServer,
  type FaultServerOptions,
  type ReceivedBody,
  type ReceivedRequest,
  type ReplyScript,
  startFaultServer,
} from './fault-server.ts';
export {
  type AskedItem,
  type AskedTicket,
  answerAll,
  model,
  type Opinion,
  readRequest,
  type WrittenAnswer,
} from './model-brain.ts';
export { type Proxy, type ProxyOptions, startProxy } from './proxy.ts';
export {
  type ApiErrorBody,
  apiError,
  type CompletionDetails,
  completion,
  type Delivery,
  type Reply,
  raw,
  webPage,
} from './reply.ts';
