import type { Passage } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import { roleByAddress } from './address.ts';
import { eventOf } from './events.ts';
import { agentLikeness, speaksLike } from './manner.ts';
import { isOneOf, type People, roleByRecord } from './people.ts';
import { readLabel } from './speaker-label.ts';
import { keyOf } from './transcript.ts';
import type { Speaker } from './turn.ts';

/** A turn of a transcript of which only the label is known. */
export interface LabelledTurn {
  readonly label: string;
  readonly passage: Passage;
}

/** Who is behind each label of a transcript. Where nothing tells, it is `unknown`. */
export function rolesOf(turns: readonly LabelledTurn[], people: People): ReadonlyMap<string, Speaker> {
  const roles = new Map<string, Speaker>();
  const open = new Map<string, Passage[]>();
  const introduced = introducedAgents(turns);
  for (const { label, passage } of turns) {
    const key = keyOf(label);
    if (key === '' || roles.has(key)) continue;
    const known = roleOfLabel(label, people, introduced);
    if (known !== undefined) roles.set(key, known);
    else addTo(open, key, passage);
  }
  for (const [key, passages] of open) {
    const role = passages.map((passage) => roleByAddress(passage, people)).find((each) => each !== undefined);
    if (role !== undefined) roles.set(key, role);
  }
  const taken = new Set(roles.values());
  if (open.size === 2 && !taken.has('agent') && !taken.has('user')) tellApart(open, roles);
  for (const [key, passages] of open) {
    const role = roles.has(key) ? undefined : speaksLike(passages);
    if (role !== undefined) roles.set(key, role);
  }
  complete(
    [...open.keys()].filter((key) => !roles.has(key)),
    roles,
  );
  roles.set('', 'bot');
  return roles;
}

/** Less is no difference. */
const LEAST_APART = 3;

/** Of two people one is the agent: whoever sounds more like one. */
function tellApart(open: ReadonlyMap<string, Passage[]>, roles: Map<string, Speaker>): void {
  const [one, other] = [...open].map(([key, passages]) => ({ key, likeness: agentLikeness(passages) }));
  if (one === undefined || other === undefined || Math.abs(one.likeness - other.likeness) < LEAST_APART) return;
  const [agent, user] = one.likeness > other.likeness ? [one, other] : [other, one];
  roles.set(agent.key, 'agent');
  roles.set(user.key, 'user');
}

function addTo(open: Map<string, Passage[]>, key: string, passage: Passage): void {
  const passages = open.get(key);
  if (passages === undefined) open.set(key, [passage]);
  else passages.push(passage);
}

function roleOfLabel(label: string, people: People, introduced: readonly string[][]): Speaker | undefined {
  const read = readLabel(label);
  if (read === undefined) return undefined;
  if (read.role !== undefined) return read.role;
  const byRecord = roleByRecord(read.name, people);
  if (byRecord !== undefined) return byRecord;
  return isOneOf(read.name, introduced) ? 'agent' : undefined;
}

/** With one speaker left, and one side without a speaker, the other side is known: users do not talk to themselves. */
function complete(left: readonly string[], roles: Map<string, Speaker>): void {
  const [key] = left;
  const known = new Set(roles.values());
  if (left.length === 1 && key !== undefined) {
    if (known.has('agent') !== known.has('user')) roles.set(key, known.has('agent') ? 'user' : 'agent');
    else roles.set(key, 'unknown');
    return;
  }
  for (const each of left) roles.set(each, 'unknown');
}

/** `You are now chatting with Ben`, `Agent Ben has joined`: names that the tool itself introduces. */
function introducedAgents(turns: readonly LabelledTurn[]): string[][] {
  const names: string[][] = [];
  for (const { label, passage } of turns) {
    if (label !== '' && readLabel(label)?.role !== 'bot') continue;
    if (eventOf(passage.text) !== 'joined') continue;
    const { folded } = wordsOf(passage.text);
    const after = Math.max(folded.lastIndexOf('with'), folded.lastIndexOf('to'));
    const named = after >= 0 ? folded.slice(after + 1) : agentBefore(folded);
    const name = named.filter((word) => !SMALL.has(word)).slice(0, 3);
    if (name.length > 0) names.push(name);
    if (names.length >= MOST_INTRODUCED) break;
  }
  return names;
}

const MOST_INTRODUCED = 20;

const SMALL = new Set([
  'agent',
  'the',
  'our',
  'specialist',
  'analyst',
  'technician',
  'a',
  'live',
  'it',
  'service',
  'desk',
]);

/** `Agent Ben Sample has joined the chat`. Without the role word it may be anybody. */
function agentBefore(folded: readonly string[]): readonly string[] {
  const verb = folded.findIndex(
    (word) => word === 'joined' || word === 'has' || word === 'entered' || word === 'accepted',
  );
  const role = folded.findIndex((word) => SMALL.has(word));
  return verb > 0 && role >= 0 && role < verb ? folded.slice(role + 1, verb) : [];
}
