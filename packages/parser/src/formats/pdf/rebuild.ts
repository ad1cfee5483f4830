/**
 * A document with a new directory of these pages at its end. Most writers put the directory there, so that a document whose
 * end is missing cannot be opened though its pages are there.
 */
export function withNewDirectory(bytes: Uint8Array, pages: Iterable<number>): Uint8Array<ArrayBuffer> {
  const kids = [...pages];
  const root = Math.max(0, ...kids) + 1_000_000;
  const objects = [
    `${root} 0 obj\n<< /Type /Catalog /Pages ${root + 1} 0 R >>\nendobj`,
    `${root + 1} 0 obj\n<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>\nendobj`,
    `trailer\n<< /Root ${root} 0 R /Size ${root + 2} >>\nstartxref\n0\n%%EOF\n`,
  ];
  // Whatever the document breaks off in ends here: a stream, an object, or its own directory.
  const end = '\nendstream\nendobj\ntrailer\n<< >>\nstartxref\n0\n';
  const tail = Buffer.from(end + objects.join('\n'), 'latin1');
  const whole = new Uint8Array(bytes.length + tail.length);
  whole.set(bytes);
  whole.set(tail, bytes.length);
  return whole;
}
