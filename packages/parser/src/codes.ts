import type { Ticket } from './ticket.ts';

/** Where an incident stands. */
export type TicketState = 'new' | 'in-progress' | 'on-hold' | 'resolved' | 'closed' | 'canceled';

const STATES: Readonly<Record<string, TicketState>> = {
  '1': 'new',
  '2': 'in-progress',
  '3': 'on-hold',
  '6': 'resolved',
  '7': 'closed',
  '8': 'canceled',
  new: 'new',
  inprogress: 'in-progress',
  workinprogress: 'in-progress',
  onhold: 'on-hold',
  resolved: 'resolved',
  closed: 'closed',
  canceled: 'canceled',
  cancelled: 'canceled',
};

/** The state of an incident, from its code or its English label. Undefined where it is neither, or not exported. */
export function stateOf(ticket: Pick<Ticket, 'state' | 'codes'>): TicketState | undefined {
  return toState(ticket.codes.state) ?? toState(ticket.state);
}

function toState(text: string | undefined): TicketState | undefined {
  if (text === undefined || text.length > 40) return undefined;
  if (Object.hasOwn(STATES, text)) return STATES[text];
  const folded = text.toLowerCase().replace(/[\s_-]/g, '');
  return Object.hasOwn(STATES, folded) ? STATES[folded] : undefined;
}

/** The number that a priority, impact or urgency starts with: 3 for `3`, `3 - Low` and `P3`. Undefined where there is none. */
export function levelOf(value: string | undefined): number | undefined {
  const digits = value === undefined ? undefined : /^\s{0,4}[Pp]?(\d{1,2})(?![\dA-Za-z])/.exec(value)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a value is a ServiceNow sys_id: 32 hexadecimal digits, which tell a reader nothing. */
export function isSysId(value: string | undefined): boolean {
  return value !== undefined && value.length === 32 && /^[0-9a-f]{32}$/i.test(value);
}
