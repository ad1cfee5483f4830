/**
 * The files that were dropped, those in folders too, where the browser can.
 * Entries must be taken while the event lasts: afterwards they are gone.
 */
export async function filesOfDrop({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry?.() ?? null] : []));
  if (entries.every((entry) => entry === null)) return [...files];
  const found = await Promise.all(entries.map((entry) => (entry === null ? [] : filesIn(entry))));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: File[] = [];
  // A reader gives a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.filter(isVisible);
    for (const inner of some) all.push(...(await filesIn(inner)));
  }
}

/** Files that a system puts into every folder are no exports. */
export const isVisible = ({ name }: File): boolean => !/^(\.|Thumbs\.db$|desktop\.ini$)/.test(name);
