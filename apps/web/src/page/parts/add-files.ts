import type { Catalogue } from '../../api/index.ts';
import { fileSize } from '../format.ts';
import { transfersOf } from '../state/transfers.ts';
import { words } from '../words/index.ts';

/** Sends files into an upload; what the server would refuse is told at once. */
export function addFiles(upload: string, files: readonly File[], there: number, { limits }: Catalogue): void {
  transfersOf(upload).add(files, (file, place) => {
    if (there + place >= limits.filesPerUpload) return words.files.tooMany(limits.filesPerUpload);
    if (file.size > limits.fileBytes) return words.files.tooLarge(fileSize(limits.fileBytes));
    return file.size === 0 ? words.files.empty : undefined;
  });
}
