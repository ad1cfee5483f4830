import { copyFile, stat } from 'node:fs/promises';
import { Hono } from 'hono';
import {
  estimateSchema,
  FILE_NAME_HEADER,
  inspectionSchema,
  inspectRequestSchema,
  runSettingsSchema,
  type Upload,
} from '../../api/index.ts';
import type { Choices } from '../catalogue.ts';
import type { CommandDesk } from '../commands/ask-command.ts';
import { ApiError } from '../http/api-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { readJsonBody } from '../http/read-body.ts';
import type { Models } from '../models/models.ts';
import { estimateArguments } from '../runs/run-arguments.ts';
import { fileNameFrom, receiveFile } from './receive-file.ts';
import type { UploadStore } from './upload-store.ts';

const IDLE_MS = 30_000;
const QUESTIONS = { times: 60, perMs: 60_000 };
const UPLOADS = { times: 60, perMs: 60_000 };

/** What the routes of uploads need. */
export interface UploadRoutesOptions {
  readonly uploads: UploadStore;
  readonly choices: Choices;
  readonly models: Models;
  readonly desk: CommandDesk;
  /** The working folder of the command. */
  readonly folder: string;
}

/** `/api/uploads`: files come in, and what is in them is told. */
export function uploadRoutes({ uploads, choices, models, desk, folder }: UploadRoutesOptions): Hono<HttpEnvironment> {
  const { fileBytes: maxBytes } = choices.catalogue.limits;
  const questions = new RateLimit(QUESTIONS);
  const begun = new RateLimit(UPLOADS);

  const requireFiles = (upload: Upload) => {
    if (upload.files.length > 0) return;
    throw new ApiError(409, 'upload-empty', 'The upload holds no file.', 'Add one first.');
  };

  return new Hono<HttpEnvironment>()
    .post('/', async (context) => {
      begun.take(context.get('session').id);
      return context.json(await uploads.create());
    })
    .post('/sample', async (context) => {
      begun.take(context.get('session').id);
      const { sample } = choices;
      if (sample === undefined)
        throw new ApiError(404, 'sample-missing', 'The sample export did not travel with this server.');
      const { id } = await uploads.create();
      await uploads.add(id, sample.name, async (path) => {
        await copyFile(sample.path, path);
        return (await stat(path)).size;
      });
      return context.json(uploads.get(id));
    })
    .get('/:upload', (context) => context.json(uploads.get(context.req.param('upload'))))
    .delete('/:upload', async (context) => {
      await uploads.remove(context.req.param('upload'));
      return context.body(null, 204);
    })
    .post('/:upload/files', async (context) => {
      const name = fileNameFrom(context.req.header(FILE_NAME_HEADER));
      const receive = (path: string) => receiveFile(context.env.incoming, path, { maxBytes, idleMs: IDLE_MS });
      return context.json(await uploads.add(context.req.param('upload'), name, receive));
    })
    .delete('/:upload/files/:file', async (context) => {
      const file = Number(context.req.param('file'));
      return context.json(await uploads.removeFile(context.req.param('upload'), file));
    })
    .post('/:upload/inspect', async (context) => {
      questions.take(context.get('session').id);
      const upload = uploads.get(context.req.param('upload'));
      const { rubrics, profile } = await readJsonBody(context.env.incoming, inspectRequestSchema);
      requireFiles(upload);
      const args = [
        'inspect',
        ...rubrics.map((id) => `--rubric=${choices.rubric(id)}`),
        `--profile=${choices.profile(profile)}`,
        '--format=json',
        ...upload.files.map(({ name }) => `--name=${name}`),
        '--',
        ...uploads.paths(upload),
      ];
      allowTime(context.env.incoming);
      const environment = models.environmentFor(undefined);
      const signal = context.req.raw.signal;
      return context.json(await desk.ask({ args, answer: inspectionSchema, environment, folder, signal }));
    })
    .post('/:upload/estimate', async (context) => {
      const session = context.get('session');
      questions.take(session.id);
      const upload = uploads.get(context.req.param('upload'));
      const settings = await readJsonBody(context.env.incoming, runSettingsSchema);
      requireFiles(upload);
      const model = settings.judge === 'model' ? models.modelFor(session) : undefined;
      if (model === undefined)
        throw new ApiError(
          409,
          'model-needed',
          'There is no model to estimate for.',
          'The offline judge costs nothing.',
        );
      const args = estimateArguments({
        settings,
        judge: model.description.provider,
        rubrics: settings.rubrics.map(choices.rubric),
        profile: choices.profile(settings.profile),
        sources: uploads.paths(upload),
        names: upload.files.map(({ name }) => name),
      });
      allowTime(context.env.incoming);
      const environment = models.environmentFor(model);
      const signal = context.req.raw.signal;
      return context.json(await desk.ask({ args, answer: estimateSchema, environment, folder, signal }));
    });
}

/** A large export takes its time, and nothing goes over the connection until then. */
function allowTime(incoming: HttpEnvironment['Bindings']['incoming']): void {
  incoming.socket.setTimeout(0);
}
