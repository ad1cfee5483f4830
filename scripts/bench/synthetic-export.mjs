/**
 * Synthetic ServiceNow list exports of any size: records of about 3.8 kB with varied text. Real tickets repeat their
 * shapes (forms, templates) and many of their words, but not their sentences; so a share of the sentences is drawn word
 * by word and stands nowhere else. The same seed gives the same bytes.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const FIRST =
  'Ada Bruno Carla Dmitri Elena Farid Greta Hugo Ines Jonas Kira Leon Mara Nils Olga Pavel Rosa Samir Tilda Viktor Wanda Yusuf'.split(
    ' ',
  );
const LAST =
  'Albrecht Bianchi Castell Dvorak Eriksen Fontaine Galanis Horvat Ivarsson Jansen Kowalski Lindqvist Moreau Novak Olsen Petrov Rossi Santos Toth Varga'.split(
    ' ',
  );
const PLACES =
  'Lisbon Oslo Leeds Turin Graz Ghent Malaga Cork Brno Gdansk Uppsala Lyon Porto Basel Utrecht Split'.split(' ');
const APPS =
  'Outlook|Teams|SAP GUI|VPN client|OneDrive|Citrix|Excel|Salesforce|Adobe Reader|Okta|Workday|Jira|Zoom|Windows|Edge|the docking station'.split(
    '|',
  );
const LOBS = 'Retail Logistics Finance Manufacturing Research'.split(' ');
const GROUPS = ['Service Desk', 'Network Operations', 'Messaging Team', 'Field Support', 'Identity Team'];
const PROBLEMS = [
  'cannot sign in after the password expired',
  'freezes when a large attachment is opened',
  'shows error 0x{hex} at start',
  'is very slow since this morning',
  'asks for credentials again and again',
  'does not print to {printer}',
  'lost its connection to the server {host}',
  'crashes when saving to \\\\{host}\\share\\{user}',
  'is missing after the update',
];
const STEPS = [
  'Cleared the cache and restarted {app}.',
  'Removed the stored credentials and signed in again.',
  'Verified the caller by employee id {id}.',
  'Asked the user to restart the computer, which did not help.',
  'Ran a repair of the installation and checked the event log.',
  'Remoted in to {host} and updated the driver.',
  'Reset the network adapter and flushed DNS.',
  'Was the VPN connected? User said no.',
  'User confirmed that {app} works again.',
  'Routing to {group} for further investigation.',
  'Called the user on {phone}, no answer, left a message.',
];
const WORDS =
  'account adapter address after again already although another application around attached because before behind between branch browser building calendar cannot caller certificate change client cluster colleague computer connection contract could customer daily database default department desktop device different directory document domain download during every exchange expected external failed folder following format forward general group happened hardware however important inbox inside install instead internal invoice keyboard laptop later license local location machine mailbox manager meeting memory message missing mobile monday monitor morning network nothing notice number office online opened other outside package password perhaps permission person phone please policy portal possible presentation previous printer problem process profile program project proxy question quickly reason received recent remote replaced report request reset resolved restart result running screen second security server service several session setting setup shared should since single software someone spreadsheet standard started station status storage support switch system tablet team temporary their ticket today together token touch transfer tried tunnel twice unable under until update upgrade upload usual vendor version video waiting warning weekly whether window wireless without working yesterday recieve adress seperate occured'.split(
    ' ',
  );

/** A small seeded generator (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function createWriter(seed) {
  const random = randomFrom(seed);
  const below = (most) => Math.floor(random() * most);
  const pick = (list) => list[below(list.length)];
  const digits = (count) => Array.from({ length: count }, () => below(10)).join('');
  const hex = (count) => Array.from({ length: count }, () => below(16).toString(16)).join('');
  const name = () => `${pick(FIRST)} ${pick(LAST)}`;
  const time = () => `2026-0${1 + below(9)}-${10 + below(19)} ${10 + below(10)}:${10 + below(50)}:${10 + below(50)}`;
  const values = {
    hex: () => hex(8).toUpperCase(),
    printer: () => `PRN-${digits(4)}`,
    host: () => `SRV${digits(5)}`,
    user: () => `${pick(LAST).toLowerCase()}${digits(2)}`,
    app: () => pick(APPS),
    id: () => digits(7),
    group: () => pick(GROUPS),
    phone: () => `+44 20 ${digits(4)} ${digits(4)}`,
  };
  const fill = (template) => template.replace(/\{(\w+)\}/g, (_, key) => values[key]());
  const unique = () => {
    const words = Array.from({ length: 7 + below(10) }, () => pick(WORDS));
    const text = words.join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const prose = (sentences, uniqueShare) =>
    Array.from({ length: sentences }, () => (random() < uniqueShare ? unique() : fill(pick(STEPS)))).join(' ');
  const journal = () => `${time()} - ${name()} (Work notes)\r\n${prose(2 + below(3), 0.4)}\r\n\r\n`;

  return function record(index) {
    const app = pick(APPS);
    const caller = name();
    const place = pick(PLACES);
    const problem = fill(pick(PROBLEMS));
    const opened = time();
    const form = random() < 0.7;
    const description = form
      ? `Name: ${caller}\r\nContact number: ${values.phone()}\r\nWorking location: ${place}\r\nOffice or remote: ${pick(['Office', 'Remote', 'N', ''])}\r\nEmployee ID validated: ${pick(['Y', 'N', ''])}\r\nIssue: ${app} ${problem}. ${prose(2, 0.6)}\r\nDomain\\user: CORP\\${values.user()}`
      : `${caller} called from ${place} because ${app} ${problem}. ${prose(3 + below(4), 0.6)}`;
    return {
      __status: 'success',
      number: `INC${String(1_000_000 + index)}`,
      sys_id: hex(32),
      active: 'false',
      activity_due: '',
      actions_taken: '',
      additional_assignee_list: '',
      approval: 'not requested',
      approval_history: '',
      approval_set: '',
      assigned_to: name(),
      assignment_group: pick(GROUPS),
      business_duration: '1970-01-01 04:12:09',
      business_impact: '',
      business_service: random() < 0.2 ? '' : app,
      business_stc: digits(5),
      calendar_duration: '1970-01-02 01:30:11',
      calendar_stc: digits(5),
      caller_id: caller,
      category: pick(['Software', 'Hardware', 'Network', 'Inquiry', '']),
      cause: '',
      caused_by: '',
      child_incidents: '0',
      close_code: 'Solved (Permanently)',
      close_notes: prose(5 + below(3), 0.4),
      closed_at: time(),
      closed_by: name(),
      cmdb_ci: random() < 0.2 ? hex(32) : app,
      comments: '',
      comments_and_work_notes: '',
      company: 'Northwind Mills',
      contact_type: pick(['phone', 'phone', 'chat', 'email', 'self-service', 'walk-in']),
      contract: '',
      correlation_display: '',
      correlation_id: '',
      delivery_plan: '',
      delivery_task: '',
      description,
      due_date: '',
      escalation: '0',
      expected_start: '',
      follow_up: '',
      group_list: '',
      hold_reason: '',
      impact: '3',
      incident_state: '7',
      knowledge: 'false',
      location: place,
      made_sla: 'true',
      needs_attention: 'false',
      notify: '1',
      opened_at: opened,
      opened_by: name(),
      order: '',
      origin_id: '',
      origin_table: '',
      parent: '',
      parent_incident: '',
      priority: '4',
      problem_id: '',
      reassignment_count: String(below(4)),
      reopen_count: '0',
      reopened_by: '',
      reopened_time: '',
      resolved_at: time(),
      resolved_by: name(),
      rfc: '',
      route_reason: '',
      service_offering: '',
      severity: '3',
      short_description: random() < 0.6 ? `${pick(LOBS)} - ${place} - ${app} - ${problem}` : `${app} ${problem}`,
      skills: '',
      sla_due: '',
      state: '7',
      subcategory: pick(['Access', 'Error', 'Performance', '']),
      sys_class_name: 'incident',
      sys_created_by: values.user(),
      sys_created_on: opened,
      sys_domain: 'global',
      sys_domain_path: '/',
      sys_mod_count: String(below(30)),
      sys_tags: '',
      sys_updated_by: values.user(),
      sys_updated_on: time(),
      task_effective_number: `INC${String(1_000_000 + index)}`,
      time_worked: '',
      universal_request: '',
      upon_approval: 'proceed',
      upon_reject: 'cancel',
      urgency: '3',
      user_input: '',
      watch_list: '',
      work_end: '',
      work_notes: Array.from({ length: 2 + below(3) }, journal).join(''),
      work_notes_list: '',
      work_start: '',
      u_vip: random() < 0.01 ? 'true' : 'false',
    };
  };
}

/** The records of an export, made one by one. */
export function* syntheticRecords(records, seed = 1) {
  const record = createWriter(seed);
  for (let index = 0; index < records; index += 1) yield record(index);
}

function* exportText(records, seed) {
  let lead = '{"records":[\n';
  for (const record of syntheticRecords(records, seed)) {
    yield lead + JSON.stringify(record);
    lead = ',\n';
  }
  yield '\n]}\n';
}

/** The text of an export as a stream, made as it is drawn. */
export const syntheticStream = (records, seed = 1) => Readable.from(exportText(records, seed), { objectMode: true });

/** Writes an export with `records` incidents to a file. */
export async function writeSyntheticExport(path, records, seed = 1) {
  await pipeline(syntheticStream(records, seed), createWriteStream(path));
}
