import sax from 'sax';
import { textEncoding } from '../../bytes/encoding.ts';
import { peek } from '../../bytes/peek.ts';

/** What is told of an XML text. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  /** A stretch of text. One text may come in several. */
  text(text: string): void;
}

const HEAD_BYTES = 8;

/**
 * Reads XML chunk by chunk, and yields behind each chunk, so that what the handler gathered can be used.
 * @returns Whether the text was well-formed as far as it was read.
 */
export async function* readXml(
  source: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): AsyncGenerator<void, boolean, undefined> {
  const { head, bytes } = await peek(source, HEAD_BYTES);
  const decoder = new TextDecoder(textEncoding(head).encoding);
  const parser = sax.parser(true, { position: false });
  let isSound = true;
  parser.onerror = () => {
    isSound = false;
  };
  parser.onopentag = ({ name, attributes }) =>
    handler.open(localName(name), attributes as Readonly<Record<string, string>>);
  parser.onclosetag = (name) => handler.close(localName(name));
  parser.ontext = (text) => handler.text(text);
  parser.oncdata = (text) => handler.text(text);
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
    if (!isSound) return false;
  }
  return true;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
