import type { AnswerCache, KeptAnswer, KeptAnswers, StoredAnswer } from '../../judge/model/asking/answer-cache.ts';
import type { Database } from './database.ts';

/** An answer that waits for the disk. */
interface Waiting {
  readonly answer: StoredAnswer;
  readonly isNew: boolean;
}

/**
 * The answers of a model in the record of a run: each is written before it is used, so that the death of the process cannot take it.
 * Answers that come at the same moment are written together. The next commit of the run makes sure of them against a power cut, too:
 * to wait for the disk for each of them would hold up all requests that are in flight.
 */
export class RunAnswers implements AnswerCache, KeptAnswers {
  readonly #database: Database;
  readonly #waiting = new Map<string, Waiting>();
  #saved: Promise<void> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  get(key: string): StoredAnswer | undefined {
    const row = this.#database.get('SELECT body FROM answers WHERE key = ?', key);
    return row === undefined ? this.#waiting.get(key)?.answer : JSON.parse(String(row.body));
  }

  set(key: string, answer: StoredAnswer, isNew: boolean): Promise<void> {
    this.#waiting.set(key, { answer, isNew });
    this.#saved ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        this.#saved = undefined;
        try {
          this.save();
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
    return this.#saved;
  }

  /** Writes what waits. */
  save(): void {
    const waiting = [...this.#waiting];
    if (waiting.length === 0) return;
    this.#waiting.clear();
    this.#database.transaction(() => {
      for (const [key, { answer, isNew }] of waiting)
        this.#database.run(
          'INSERT INTO answers (key, origin, body) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body, origin = excluded.origin',
          key,
          isNew ? 'asked' : 'kept',
          JSON.stringify(answer),
        );
    });
  }

  /** The keys of the answers that this run asked for itself. */
  asked(): string[] {
    return this.#database.all("SELECT key FROM answers WHERE origin = 'asked'").map(({ key }) => String(key));
  }

  /** Whether it has any answer that was paid for. */
  get hasAsked(): boolean {
    return this.#database.get("SELECT 1 FROM answers WHERE origin = 'asked' LIMIT 1") !== undefined;
  }

  /** Whether it took over the answers of an earlier run. */
  get hasEarlier(): boolean {
    return this.#database.get('SELECT 1 FROM questions LIMIT 1') !== undefined;
  }

  find(question: string): KeptAnswer | undefined {
    const row = this.#database.get(
      'SELECT item, body FROM questions JOIN answers ON answers.id = questions.answer WHERE questions.key = ?',
      question,
    );
    if (row === undefined) return undefined;
    const { answers, answeredBy, fingerprint }: StoredAnswer = JSON.parse(String(row.body));
    return { answer: answers[String(row.item)], answeredBy, fingerprint };
  }
}

/** Copies the answers of an attached run, and indexes their questions. Where two answer the same question, the first counts. */
export const COPY_EARLIER_ANSWERS = `
INSERT INTO answers (id, key, origin, body) SELECT id, key, 'earlier', body FROM earlier.answers ORDER BY id;
INSERT OR IGNORE INTO questions (key, item, answer)
  SELECT question.value, question.key, answers.id FROM answers, json_each(answers.body, '$.questions') AS question ORDER BY answers.id;
`;
