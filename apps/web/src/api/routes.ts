/**
 * The API. Bodies and answers are JSON by the schemas beside this file; a failure is an `ApiErrorBody`. Everything but the first line
 * needs the cookie of a session; every request that changes something (all but GET) also needs {@link API_HEADER}, and comes
 * from the page's own origin.
 *
 * | request                                   | body               | answer                                                        |
 * | ----------------------------------------- | ------------------ | ------------------------------------------------------------- |
 * | `POST /api/session`                       | `TokenRequest`     | `Session`, and the cookie; 401 `token-needed`, `token-wrong`  |
 * | `GET /api/session`                        |                    | `Session`                                                     |
 * | `DELETE /api/session`                     |                    | 204; the session and its credentials are forgotten            |
 * | `POST /api/session/admin`                 | `TokenRequest`     | `Session`; 401 `token-wrong`                                  |
 * | `PUT /api/session/model`                  | `ModelSettings`    | `Session`; 403 `model-set-by-server`, `address-refused`       |
 * | `DELETE /api/session/model`               |                    | `Session`                                                     |
 * | `PUT /api/session/name`                   | `NameRequest`      | `Session`; for this session: needed before the first decision |
 * | `POST /api/session/model/test`            |                    | `ConnectionDiagnosis`                                         |
 * | `GET /api/catalogue`                      |                    | `Catalogue`                                                   |
 * | `POST /api/uploads`                       |                    | `Upload`, empty                                               |
 * | `POST /api/uploads/sample`                |                    | `Upload` with the sample export                               |
 * | `POST /api/uploads/:upload/files`         | the file's bytes   | `UploadedFile`; its name in {@link FILE_NAME_HEADER}          |
 * | `DELETE /api/uploads/:upload/files/:file` |                    | `Upload`                                                      |
 * | `GET /api/uploads/:upload`                |                    | `Upload`                                                      |
 * | `DELETE /api/uploads/:upload`             |                    | 204                                                           |
 * | `POST /api/uploads/:upload/inspect`       | `InspectRequest`   | `Inspection`                                                  |
 * | `POST /api/uploads/:upload/estimate`      | `RunSettingsInput` | `EstimateReport`; for `judge: model`                          |
 * | `GET /api/runs`                           |                    | `RunList`                                                     |
 * | `POST /api/runs`                          | `StartRun`         | 201 `Run`                                                     |
 * | `GET /api/runs/:run`                      |                    | `Run`                                                         |
 * | `POST /api/runs/:run/cancel`              |                    | `Run`; it ends soon after                                     |
 * | `POST /api/runs/:run/resume`              | `ResumeRun`        | `Run`; 409 `model-needed` where its credentials are gone      |
 * | `DELETE /api/runs/:run`                   |                    | 204; everything of it is deleted, also while it runs          |
 * | `GET /api/runs/:run/events`               |                    | server-sent events, see below                                 |
 * | `POST /api/runs/:run/view`                |                    | `View`                                                        |
 * | `GET /api/runs/:run/download/:format`     | `?rubric=<id>`     | the report as a file; a zip archive where it is many          |
 * | `POST /api/runs/:run/report`              |                    | 202 `Run`; its reports are written anew at once, see below    |
 * | `GET /api/runs/:run/queue`                | `?show=open&after` | `Queue`: what waits for a person                              |
 * | `GET /api/runs/:run/tickets/:position`    |                    | `ReviewTicket`; positions are those of the queue              |
 * | `GET /api/runs/:run/tickets`              | `?number=<text>`   | `TicketPositions` of the tickets that have the number         |
 * | `POST /api/runs/:run/decisions`           | `Decide`           | `Decided`, see below                                          |
 * | `GET /api/runs/:run/decisions`            | `?after&limit`     | `DecisionLog`                                                 |
 * | `GET /health`                             |                    | `{ "status": "ok" }`, without a session                       |
 *
 * Server-sent events: `state` has a `Run`, first of all and whenever its state changes. `message` (the default type) has a
 * `RunEvent`, with an id by which a browser that reconnects goes on where it was. A `start` means that everything is told anew: forget
 * the rows of before. After the `state` of a run that is neither queued nor running the stream ends: close the EventSource then, or
 * it asks once more and is told 204.
 *
 * Decisions are on disk when they are answered. They are refused with 409: `name-needed` (the session has no name), `run-going-on` (it is
 * reviewed again), `decision-outdated` (the verdict is another one), `decided-meanwhile` (somebody else was faster: open the ticket
 * again); with 503 `run-being-read` (a large run is being read, as for the queue); and with 422 where they do not fit: `reason-missing`, `nothing-to-accept`, `nothing-to-overrule`, `nothing-to-withdraw`,
 * `level-unknown`, `decision-misplaced`. Soon after, the reports are written anew: `decisions.report` of the `Run` tells. They can be
 * decided on meanwhile. A download waits for that, or is refused with 409 `report-being-written`, `report-not-written`.
 */

/** Must be `1` on every request that changes something: a page of another origin cannot send it. */
export const API_HEADER = 'x-tqrs';
/** The name of an uploaded file, through `encodeURIComponent`. */
export const FILE_NAME_HEADER = 'x-file-name';
