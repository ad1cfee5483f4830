import type {
  Catalogue,
  ConnectionDiagnosis,
  Decide,
  Decided,
  EstimateReport,
  Inspection,
  InspectRequest,
  ModelSettings,
  Queue,
  ReviewTicket,
  Run,
  RunList,
  RunSettingsInput,
  Session,
  StartRun,
  TicketPositions,
  Upload,
  View,
} from '../../api/index.ts';
import { ask } from './client.ts';

type Signal = AbortSignal | undefined;

/** Longer than the server takes to read a large run: a line that is dead is told of. */
const DECIDING_MS = 40_000;

/** Which part of the queue is shown. */
export type QueueFilter = 'open' | 'decided' | 'all';

/** Every request of the page, by the table in `api/routes.ts`; `send-file.ts` and `state/run-feed.ts` do the two that are none of JSON. */
export const requests = {
  session: () => ask<Session>('GET', '/api/session'),
  unlock: (token: string) => ask<Session>('POST', '/api/session/admin', { body: { token } }),
  setModel: (settings: ModelSettings) => ask<Session>('PUT', '/api/session/model', { body: settings }),
  forgetModel: () => ask<Session>('DELETE', '/api/session/model'),
  setName: (name: string) => ask<Session>('PUT', '/api/session/name', { body: { name } }),
  testModel: (signal: Signal) => ask<ConnectionDiagnosis>('POST', '/api/session/model/test', { signal }),

  catalogue: () => ask<Catalogue>('GET', '/api/catalogue'),

  newUpload: () => ask<Upload>('POST', '/api/uploads'),
  sample: () => ask<Upload>('POST', '/api/uploads/sample'),
  upload: (id: string, signal: Signal) => ask<Upload>('GET', `/api/uploads/${id}`, { signal }),
  removeFile: (id: string, file: number) => ask<Upload>('DELETE', `/api/uploads/${id}/files/${file}`),
  inspect: (id: string, body: InspectRequest, signal: Signal) =>
    ask<Inspection>('POST', `/api/uploads/${id}/inspect`, { body, signal }),
  estimate: (id: string, body: RunSettingsInput, signal: Signal) =>
    ask<EstimateReport>('POST', `/api/uploads/${id}/estimate`, { body, signal }),

  runs: (signal: Signal) => ask<RunList>('GET', '/api/runs', { signal }),
  start: (body: StartRun) => ask<Run>('POST', '/api/runs', { body }),
  run: (id: string) => ask<Run>('GET', `/api/runs/${id}`),
  cancel: (id: string) => ask<Run>('POST', `/api/runs/${id}/cancel`),
  resume: (id: string, retryUnscored = false) =>
    ask<Run>('POST', `/api/runs/${id}/resume`, { body: { retryUnscored } }),
  deleteRun: (id: string) => ask<undefined>('DELETE', `/api/runs/${id}`),
  view: (id: string, signal: Signal) => ask<View>('POST', `/api/runs/${id}/view`, { signal }),

  queue: (id: string, show: QueueFilter, after: number, signal: Signal) =>
    ask<Queue>('GET', `/api/runs/${id}/queue?show=${show}&after=${after}`, { signal }),
  positions: (id: string, number: string) =>
    ask<TicketPositions>('GET', `/api/runs/${id}/tickets?${new URLSearchParams({ number })}`),
  ticket: (id: string, position: number, signal?: AbortSignal) =>
    ask<ReviewTicket>('GET', `/api/runs/${id}/tickets/${position}`, { signal }),
  decide: (id: string, body: Decide) =>
    ask<Decided>('POST', `/api/runs/${id}/decisions`, { body, signal: AbortSignal.timeout(DECIDING_MS) }),
  writeReport: (id: string) => ask<Run>('POST', `/api/runs/${id}/report`),
};

/** Where a report is downloaded from. */
export function downloadAddress(run: string, format: string, rubric: string | undefined): string {
  const query = rubric === undefined ? '' : `?${new URLSearchParams({ rubric })}`;
  return `/api/runs/${run}/download/${format}${query}`;
}
