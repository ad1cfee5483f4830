import {
  type EvidenceTone,
  type Mark,
  placeOf,
  type Quote,
  segment,
  standsIn,
  strongestTone,
  tonedEvidence,
} from '@tqrs/report/marking';
import { useEffect, useRef } from 'preact/hooks';
import type { ReviewCriterion, ReviewTicket } from '../../../api/index.ts';
import { fieldName } from '../../format.ts';
import { words } from '../../words/index.ts';

const { decide } = words;
const PROSE = ['shortDescription', 'description', 'closeNotes'];
const TONES = ['gain', 'loss', 'note'] as const;

interface TicketWordsProps {
  readonly ticket: ReviewTicket;
  /** The words that it stands on are marked. */
  readonly criterion: ReviewCriterion;
}

/** A quote in the text that it stands in. */
interface Highlight extends Mark {
  readonly id: string;
  readonly quote: string;
  readonly tone: EvidenceTone;
}

type Marked = (text: string, field: string, entry?: number) => preact.ComponentChildren;

/** What the ticket says, with the words marked that the machine's verdict stands on. */
export function TicketWords({ ticket, criterion }: TicketWordsProps) {
  const pane = useRef<HTMLElement>(null);
  const byPlace = highlightsOf(criterion);
  useEffect(() => {
    const mark = pane.current?.querySelector<HTMLElement>('mark[id]');
    if (pane.current && mark) pane.current.scrollTop = mark.offsetTop - pane.current.clientHeight / 3;
  }, [criterion.id]);
  const marked: Marked = (text, field, entry) => {
    const highlights = (byPlace.get(placeOf(field, entry)) ?? []).filter((each) => standsIn(text, each));
    return segment(text, highlights).map(({ text: part, marks, opening: [first, ...others] }, place) => {
      const tone = strongestTone(marks.map((each) => each.tone));
      return tone === undefined ? (
        part
      ) : (
        <mark key={place} id={first?.id} class={`hl hl-${tone}`}>
          {others.map(({ id }) => (
            <span key={id} id={id} />
          ))}
          {part}
        </mark>
      );
    });
  };
  const prose = ticket.fields.filter(({ field }) => PROSE.includes(field));
  const facts = ticket.fields.filter(
    ({ field, text }) => !PROSE.includes(field) && (byPlace.has(field) || (text.trim() !== '' && field !== 'sysId')),
  );
  const blank = ticket.fields.filter(({ field, text }) => !PROSE.includes(field) && text.trim() === '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section ref={pane} class="card pane" aria-labelledby="words" tabIndex={0}>
      <h2 id="words">{decide.words}</h2>
      {byPlace.size > 0 && (
        <p class="highlights">
          {TONES.map((tone) => (
            <mark key={tone} class={`hl hl-${tone}`}>
              {decide.legend[tone]}
            </mark>
          ))}
        </p>
      )}
      {prose.map(({ field, text }) => (
        <div key={field} class="passage">
          <h3>{fieldName(field)}</h3>
          {text.trim() === '' ? (
            <p class="muted">{decide.blank}</p>
          ) : (
            <p class="said" dir="auto">
              {marked(text, field)}
            </p>
          )}
        </div>
      ))}
      {ticket.journals.map(({ field, entries }) => (
        <div key={field} class="passage">
          <h3>{fieldName(field)}</h3>
          {entries.length === 0 && <p class="muted">{decide.noEntries}</p>}
          {entries.map(({ text, author, at }, entry) => (
            <div key={entry} class="entry">
              <p class="hint">
                <bdi>{[author, at].filter((part) => part !== null).join(', ')}</bdi>
              </p>
              <p class="said" dir="auto">
                {marked(text, field, entry)}
              </p>
            </div>
          ))}
        </div>
      ))}
      <div class="passage">
        <h3>{decide.facts}</h3>
        <dl class="facts">
          {facts.map(({ field, text }) => (
            <div key={field}>
              <dt>{fieldName(field)}</dt>
              <dd dir="auto">{marked(text, field)}</dd>
            </div>
          ))}
        </dl>
        {blank.length > 0 && <p class="hint">{decide.blankFields(namesOf(blank.map(({ field }) => field)))}</p>}
        {ticket.missing.length > 0 && <p class="hint">{decide.notExported(namesOf(ticket.missing))}</p>}
      </div>
    </section>
  );
}

/** Names of fields, to be read after a colon. */
export const namesOf = (fields: readonly string[]): string => fields.map(fieldName).join(', ');

/** The id of a quote's place in the text. */
export const quoteId = ({ field, entry, start, end }: Quote): string =>
  `quote-${placeOf(field, entry).replace(/[^\w-]/g, '-')}-${start}-${end}`;

/** The words that the machine's verdict stands on, by field and entry. */
function highlightsOf({ machine }: ReviewCriterion): Map<string, Highlight[]> {
  const byPlace = new Map<string, Highlight[]>();
  for (const [{ field, entry, ...quote }, tone] of tonedEvidence<Quote>(machine)) {
    const place = placeOf(field, entry);
    const there = byPlace.get(place) ?? [];
    const id = quoteId({ field, entry, ...quote });
    if (!there.some((each) => each.id === id)) byPlace.set(place, [...there, { ...quote, id, tone }]);
  }
  return byPlace;
}
