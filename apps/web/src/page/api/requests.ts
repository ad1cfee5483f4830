import type {
  Catalogue,
  ConnectionDiagnosis,
  EstimateReport,
  Inspection,
  InspectRequest,
  ModelSettings,
  Run,
  RunList,
  RunSettingsInput,
  Session,
  StartRun,
  Upload,
  View,
} from '../../api/index.ts';
import { ask } from './client.ts';

type Signal = AbortSignal | undefined;

/** Every request of the page, by the table in `api/routes.ts`; `send-file.ts` and `state/run-feed.ts` do the two that are none of JSON. */
export const requests = {
  session: () => ask<Session>('GET', '/api/session'),
  unlock: (token: string) => ask<Session>('POST', '/api/session/admin', { body: { token } }),
  setModel: (settings: ModelSettings) => ask<Session>('PUT', '/api/session/model', { body: settings }),
  forgetModel: () => ask<Session>('DELETE', '/api/session/model'),
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
};

/** Where a report is downloaded from. */
export function downloadAddress(run: string, format: string, rubric: string | undefined): string {
  const query = rubric === undefined ? '' : `?${new URLSearchParams({ rubric })}`;
  return `/api/runs/${run}/download/${format}${query}`;
}
