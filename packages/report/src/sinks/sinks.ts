/** Text, or the UTF-8 of it. */
export type Text = string | Uint8Array;

/** Takes text, piece by piece. A promise asks the writer to wait for it. */
export interface TextSink {
  write(text: Text): void | Promise<void>;
}

/** A file that is being written. */
export interface OpenFile extends TextSink {
  /** Ends the file. Nothing may be written after it. */
  close(): Promise<void>;
}

/** A file of bytes that is being written. */
export interface OpenBinaryFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the file. Nothing may be written after it. */
  close(): Promise<void>;
}

/** Room outside of memory for text that is needed again at the end of a run. */
export interface Spool extends TextSink {
  /** What was written, from the beginning. Nothing may be written after it. */
  read(): AsyncIterable<string>;
  /** Gives the room back. */
  discard(): Promise<void>;
}

/** A place for a report of many files. Paths are relative and use `/`. */
export interface FileSink {
  /** Writes a whole file. Its texts stand end to end. */
  write(path: string, ...texts: readonly Text[]): Promise<void>;
  /** Starts a file that is written bit by bit. */
  open(path: string): Promise<OpenFile>;
  /** Starts a file of bytes. */
  openBinary(path: string): Promise<OpenBinaryFile>;
  spool(): Promise<Spool>;
}
