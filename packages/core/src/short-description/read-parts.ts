import type { CompiledProfile } from '../profile/compile.ts';
import { BoundedCache } from '../text/bounded-cache.ts';
import type { Span } from '../text/spans.ts';
import { type FaultContext, faultOf, isKnownPart, PARTS, type Part, type PartContext } from './parts.ts';
import { type Separator, separatorsOf } from './separators.ts';

/** ServiceNow ends a short description at 160 characters. Longer ones are read up to here. */
const LONGEST_READ = 600;

/** A part of a short description. Without a span it is missing. */
export interface PartReading {
  readonly part: Part;
  readonly span: Span | undefined;
  /** Why it is wrong; undefined where it is right. */
  readonly fault: string | undefined;
}

/** The last reading: a rule and several signals ask for the same one, one after the other. */
let last: (PartContext & { readonly text: string; readonly parts: readonly PartReading[] }) | undefined;

/**
 * Reads a short description as `LoB - Location - Application - Brief description`. Where parts are missing or hyphens
 * could be read in more than one way, the reading with the most right parts counts, then the one with the most parts that
 * the profile knows.
 */
export function readParts(shortDescription: string, context: PartContext): readonly PartReading[] {
  const { ticket, profile, maxBriefWords } = context;
  if (
    last?.ticket === ticket &&
    last.profile === profile &&
    last.maxBriefWords === maxBriefWords &&
    last.text === shortDescription
  )
    return last.parts;
  const parts = findReading(shortDescription, judgeFor(context));
  last = { ticket, profile, maxBriefWords, text: shortDescription, parts };
  return parts;
}

/** What parts are compared with, remembering the answers: many readings and many tickets share the same piece. */
interface PartJudge {
  readonly profile: CompiledProfile;
  faultOf(part: Part, text: string, application: string): string | undefined;
  isKnown(part: Part, text: string): boolean;
}

const judges = new WeakMap<CompiledProfile, BoundedCache<string, PartJudge>>();

/** Of the ticket, only the names of its flags count. */
function judgeFor(context: PartContext): PartJudge {
  const { ticket, profile, maxBriefWords } = context;
  let ofProfile = judges.get(profile);
  if (ofProfile === undefined) {
    ofProfile = new BoundedCache(20);
    judges.set(profile, ofProfile);
  }
  const flags = Object.entries(ticket.flags).flatMap(([flag, holds]) => (holds ? [flag] : []));
  const key = JSON.stringify([maxBriefWords, ...flags]);
  let judge = ofProfile.get(key);
  if (judge === undefined) {
    judge = remembering({ ticket: { flags: ticket.flags }, profile, maxBriefWords });
    ofProfile.set(key, judge);
  }
  return judge;
}

const NO_FAULT = '';

function remembering(context: FaultContext): PartJudge {
  const faults = new BoundedCache<string, string>(2_000);
  const known = new BoundedCache<string, boolean>(2_000);
  return {
    profile: context.profile,
    faultOf(part, text, application) {
      const key = part === 'brief description' ? `${part}\n${text}\n${application}` : `${part}\n${text}`;
      let fault = faults.get(key);
      if (fault === undefined) {
        fault = faultOf(part, text, application, context) ?? NO_FAULT;
        faults.set(key, fault);
      }
      return fault === NO_FAULT ? undefined : fault;
    },
    isKnown(part, text) {
      const key = `${part}\n${text}`;
      let answer = known.get(key);
      if (answer === undefined) {
        answer = isKnownPart(part, text, context);
        known.set(key, answer);
      }
      return answer;
    },
  };
}

function findReading(shortDescription: string, context: PartJudge): readonly PartReading[] {
  const text = shortDescription.slice(0, LONGEST_READ);
  const lineOfBusiness = leadingLineOfBusiness(text, context.profile);
  const from = lineOfBusiness === undefined ? 0 : lineOfBusiness.rest;
  const fixed = lineOfBusiness === undefined ? [] : [lineOfBusiness.span];
  // A sentence without a separator is a brief description and nothing else.
  if (fixed.length === 0 && separatorsOf(text).length === 0) {
    return read(text, [undefined, undefined, undefined, trimmed(text, { start: 0, end: text.length })], context).parts;
  }
  let best: Reading | undefined;
  const most = PARTS.length - fixed.length;
  // Where all parts stand there, taking two of them as one has to be more than a way to overlook a wrong one.
  let isFull = false;
  for (const segments of segmentations(text, from, most)) {
    isFull ||= segments.length === most;
    // No more parts than segments can be right.
    if (best !== undefined && fixed.length + segments.length < best.right) continue;
    for (const slots of placements([...fixed, ...segments], fixed.length)) {
      const reading = read(text, slots, context);
      if (reading.right === PARTS.length) return reading.parts;
      if (isFull && segments.length < most && !isKnown(reading, context)) continue;
      if (
        best === undefined ||
        reading.right > best.right ||
        (reading.right === best.right && known(reading, context) > known(best, context))
      )
        best = reading;
    }
  }
  return best?.parts ?? [];
}

interface Reading {
  readonly parts: readonly PartReading[];
  readonly texts: readonly string[];
  readonly right: number;
}

type Slots = readonly (Span | undefined)[];

function read(text: string, slots: Slots, context: PartJudge): Reading {
  const texts = slots.map((span) => (span === undefined ? '' : text.slice(span.start, span.end)));
  const parts = PARTS.map((part, slot) => {
    const span = slots[slot];
    return {
      part,
      span: span !== undefined && span.end > span.start ? span : undefined,
      fault: context.faultOf(part, texts[slot] ?? '', texts[2] ?? ''),
    };
  });
  return { parts, texts, right: parts.filter(({ fault }) => fault === undefined).length };
}

/** How many parts the profile knows as what they should be. */
function known({ texts }: Reading, context: PartJudge): number {
  return PARTS.filter((part, slot) => context.isKnown(part, texts[slot] ?? '')).length;
}

/** Whether the profile knows every part that is there, but for the brief description. */
function isKnown({ parts, texts }: Reading, context: PartJudge): boolean {
  return PARTS.slice(0, -1).every(
    (part, slot) => parts[slot]?.span === undefined || context.isKnown(part, texts[slot] ?? ''),
  );
}

/** A name of the profile at the very start, the longest first. After it, a space separates too. */
function leadingLineOfBusiness(
  text: string,
  profile: CompiledProfile,
): { readonly span: Span; readonly rest: number } | undefined {
  const start = text.length - text.trimStart().length;
  for (const { text: name } of profile.lineOfBusinessNames) {
    const end = start + name.length;
    const found = text.slice(start, end);
    const sameCase = found === name;
    if (!sameCase && found.toLowerCase() !== name.toLowerCase()) continue;
    const next = /^(\s*[-–—]+\s*|\s+|\s*$)/.exec(text.slice(end, end + 16))?.[0];
    if (next === undefined) continue;
    // A short name in another case may be a word of a sentence.
    if (!sameCase && name.length < 4 && next.trim() === '') continue;
    return { span: { start, end }, rest: end + next.length };
  }
  return undefined;
}

/** The ways to cut the text behind `from` into at most `most` segments: at the first separators, strong ones or all. */
function* segmentations(text: string, from: number, most: number): Generator<readonly Span[]> {
  const all = separatorsOf(text).filter(({ start }) => start >= from);
  const strong = all.filter((separator) => separator.strong);
  for (let cuts = most - 1; cuts >= 0; cuts--) {
    if (strong.length >= cuts) yield segments(text, from, strong.slice(0, cuts));
    if (strong.length < most - 1 && all.length > strong.length && all.length >= cuts)
      yield segments(text, from, all.slice(0, cuts));
  }
}

function segments(text: string, from: number, cuts: readonly Separator[]): Span[] {
  const starts = [from, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), text.length];
  return starts.map((start, index) => trimmed(text, { start, end: ends[index] ?? text.length }));
}

function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, Math.max(start, end));
  const first = start + piece.length - piece.trimStart().length;
  return { start: Math.min(first, end), end: Math.max(Math.min(first, end), start + piece.trimEnd().length) };
}

/** The ways to put the segments into the four slots in their order. The first `fixed` of them stay where they are. */
function* placements(spans: readonly Span[], fixed: number): Generator<Slots> {
  for (let mask = 2 ** PARTS.length - 1; mask > 0; mask--) {
    const chosen = PARTS.map((_, slot) => (mask & (1 << slot)) !== 0);
    if (chosen.filter(Boolean).length !== spans.length || !chosen.slice(0, fixed).every(Boolean)) continue;
    let next = 0;
    yield chosen.map((isFilled) => (isFilled ? spans[next++] : undefined));
  }
}
