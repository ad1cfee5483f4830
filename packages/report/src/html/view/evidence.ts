import type { Evidence, Missing, Scorecard } from '@tqrs/core';
import { readField, type Ticket } from '@tqrs/parser';
import type { Catalogue } from '../../catalogue/languages.ts';
import { type EvidenceTone, placeOf, standsIn, strongestTone, tonedEvidence } from '../../marking/evidence.ts';
import { type Mark, type Segment, segment } from '../../marking/segments.ts';
import { criterionAnchor, evidenceAnchor } from './anchors.ts';
import { fieldLabel } from './fields.ts';
import { breakable, cutText } from './long-text.ts';
import { visible, visibleLine } from './visible.ts';

/** A quote is shown up to this length beside its criterion. The text below has all of it. */
const QUOTE_LIMIT = 240;

/** Evidence beside a criterion or a check. */
export interface EvidenceView {
  readonly quote: string;
  readonly where: string;
  /** Link to the highlight; null where the words do not stand at their place. */
  readonly href: string | null;
  readonly blank: boolean;
}

/** Something required that stands nowhere: what it is, and where it was looked for, a sentence each. */
export interface MissingView {
  readonly element: string;
  readonly searched: string;
}

/** A stretch of ticket text, highlighted or not. */
export interface SegmentView {
  /** The text where nothing is to be said about it, and a line may break as it likes; null otherwise. */
  readonly plain: string | null;
  /** The text in pieces between which a line may break. */
  readonly pieces: readonly string[];
  /** The text is not the ticket's, but a word about it. */
  readonly aside: boolean;
  /** Null: not highlighted. */
  readonly tone: EvidenceTone | null;
  readonly several: boolean;
  /** Anchors of the evidence that begins here. */
  readonly ids: readonly string[];
  /** Links back to the criteria whose evidence ends here. */
  readonly refs: readonly { readonly href: string; readonly label: string; readonly title: string }[];
}

/** A criterion by its place, or the findings. */
interface EvidenceSource {
  readonly label: string;
  readonly title: string;
  readonly anchor: string;
}

interface EvidenceMark extends Mark {
  readonly id: string;
  /** What the words are evidence for, and where that stands on the page. */
  readonly source: EvidenceSource;
  readonly tone: EvidenceTone;
}

/** The part of a ticket's page that tells what was noted at no cost. */
export const FINDINGS_ANCHOR = 'findings';

/** A key that is the same for the same words. */
export const evidenceKey = ({ field, entry, start, end }: Evidence): string =>
  `${placeOf(field, entry)} ${start} ${end}`;

/** How missing elements are shown. */
export const missingViews = (missing: readonly Missing[] | undefined, t: Catalogue): MissingView[] =>
  (missing ?? []).map(({ element, searched }) => ({
    element: t.shared.notFound(visibleLine(element, QUOTE_LIMIT)),
    searched: t.shared.searched(searched.map((field) => visible(fieldLabel(field, t))).join(', ')),
  }));

const NOTHING_SAID = { aside: false, tone: null, several: false, ids: [], refs: [] } as const;

/** A stretch that proves nothing. */
function plainView(text: string): SegmentView {
  const pieces = breakable(visible(text));
  return { plain: pieces.length === 1 ? (pieces[0] ?? null) : null, pieces, ...NOTHING_SAID };
}

function segmentView(part: Segment<EvidenceMark>, { ticketPage: { text } }: Catalogue, aside = false): SegmentView {
  if (part.marks.length === 0 && !aside) return plainView(part.text);
  const tones = part.marks.map(({ tone }) => tone);
  return {
    plain: null,
    pieces: breakable(visible(part.text)),
    aside,
    tone: strongestTone(tones) ?? null,
    several: tones.length > 1,
    ids: part.opening.map(({ id }) => id),
    refs: [...new Set(part.closing.map(({ source }) => source))].map(({ anchor, label, title }) => ({
      href: `#${anchor}`,
      label,
      title: text.backTo(title),
    })),
  };
}

/** Ties the evidence of a scorecard to the words of its ticket, both ways. */
export class EvidenceIndex {
  readonly #marks = new Map<string, EvidenceMark[]>();
  readonly #ids = new Map<string, string>();
  readonly #t: Catalogue;

  constructor(ticket: Ticket, card: Scorecard, t: Catalogue) {
    this.#t = t;
    for (const [index, result] of card.criteria.entries()) {
      const label = String(index + 1);
      const source = { label, title: `${label}. ${visible(result.title)}`, anchor: criterionAnchor(result.id) };
      for (const [item, tone] of tonedEvidence(result)) this.#add(ticket, item, { owner: result.id, source, tone });
    }
    const source = { label: '!', title: t.ticketPage.text.findings, anchor: FINDINGS_ANCHOR };
    for (const { evidence } of card.findings)
      for (const item of evidence ?? []) this.#add(ticket, item, { owner: FINDINGS_ANCHOR, source, tone: 'note' });
  }

  #add(
    ticket: Ticket,
    item: Evidence,
    { owner, source, tone }: { owner: string; source: EvidenceSource; tone: EvidenceTone },
  ): void {
    const key = `${owner} ${evidenceKey(item)}`;
    const text = readField(ticket, item.field, item.entry);
    if (this.#ids.has(key) || !standsIn(text, item)) return;
    const id = evidenceAnchor(this.#ids.size + 1);
    this.#ids.set(key, id);
    const where = placeOf(item.field, item.entry);
    const marks = this.#marks.get(where);
    const mark = { id, source, tone, start: item.start, end: item.end };
    if (marks === undefined) this.#marks.set(where, [mark]);
    else marks.push(mark);
  }

  /** Whether any words of this field prove something. */
  has(field: string): boolean {
    return this.#marks.has(field);
  }

  /** The evidence of one criterion, or of the findings, as links to the highlights. */
  links(owner: string, evidence: readonly Evidence[] | undefined): EvidenceView[] {
    // One quote may prove several things at once.
    const distinct = new Map((evidence ?? []).map((item) => [`${evidenceKey(item)} ${item.quote}`, item]));
    return [...distinct.values()].map((item) => {
      const id = this.#ids.get(`${owner} ${evidenceKey(item)}`);
      const label = visible(fieldLabel(item.field, this.#t));
      return {
        quote: visibleLine(item.quote, QUOTE_LIMIT),
        where: item.entry === undefined ? label : this.#t.shared.entry(label, item.entry + 1),
        href: id === undefined ? null : `#${id}`,
        blank: item.quote === '',
      };
    });
  }

  /** A field's text with its highlights. A very long one is cut, and its end stands for the evidence behind the cut. */
  segments(text: string, field: string, entry?: number): SegmentView[] {
    const marks = this.#marks.get(placeOf(field, entry)) ?? [];
    const shown = cutText(text);
    if (marks.length === 0 && shown.length === text.length) return text === '' ? [] : [plainView(text)];
    const views = segment(shown, marks).map((part) => segmentView(part, this.#t));
    if (shown.length === text.length) return views;
    const behind = marks.filter(({ start }) => start >= shown.length);
    const note = this.#t.ticketPage.text.moreCharacters(text.length - shown.length);
    return [...views, segmentView({ text: note, marks: behind, opening: behind, closing: behind }, this.#t, true)];
  }
}
