/** Text that grows while somebody may be reading it. */
export interface TextFeed {
  readonly texts: AsyncIterable<string>;
  /** The text so far. A reader who is behind gets the latest one only. */
  push(text: string): void;
  end(): void;
}

/** Makes a feed for one reader. It holds one text, however slow the reader is. */
export function createTextFeed(): TextFeed {
  let latest: string | undefined;
  let ended = false;
  let wake = () => {};

  async function* read(): AsyncGenerator<string> {
    for (;;) {
      if (latest !== undefined) {
        const text = latest;
        latest = undefined;
        yield text;
      } else if (ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    texts: read(),
    push(text) {
      latest = text;
      wake();
    },
    end() {
      ended = true;
      wake();
    },
  };
}
