import type { UploadedFile } from '../../api/index.ts';
import { API_HEADER, FILE_NAME_HEADER } from '../../api/routes.ts';
import { renewSession } from './client.ts';
import { ApiFailure } from './failure.ts';

/** How a file is sent. */
export interface SendOptions {
  /** Bytes that went out. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file into an upload. By XMLHttpRequest, since `fetch` does not tell how much of a body went out.
 * @throws {ApiFailure} where it was not taken; `aborted` where it was cancelled.
 */
export async function sendFile(upload: string, file: File, options: SendOptions): Promise<UploadedFile> {
  try {
    return await attempt(upload, file, options);
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.code !== 'session-needed') throw error;
    await renewSession();
    return attempt(upload, file, options);
  }
}

function attempt(upload: string, file: File, { onProgress, signal }: SendOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads/${upload}/files`);
    request.setRequestHeader(API_HEADER, '1');
    request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name.toWellFormed()));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as UploadedFile);
      else reject(ApiFailure.from(request.responseText));
    });
    request.addEventListener('error', () => reject(ApiFailure.offline()));
    request.addEventListener('abort', () => reject(cancelled()));
    signal.addEventListener('abort', () => request.abort());
    if (signal.aborted) reject(cancelled());
    else request.send(file);
  });
}

function cancelled(): ApiFailure {
  return new ApiFailure('aborted', { message: '' });
}
