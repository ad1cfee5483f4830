import { findPhrase, quote } from '../../text/find.ts';
import type { FormLine } from '../../text/form-lines.ts';
import { LabelKind } from '../../text/label-kind.ts';
import { isTold } from '../../text/modality.ts';
import { phraseSet } from '../../text/phrases.ts';
import type { Passage } from '../../text/ticket-text.ts';
import type { Evidence } from '../../verdict.ts';
import { hasTwoNames } from '../person-name.ts';
import { IDENTITY_ELEMENTS, type IdentityElement } from './kinds.ts';
import { speakersOf } from './speakers.ts';

const LABELS: Record<IdentityElement, LabelKind> = {
  'employee id': new LabelKind([
    "[(caller|user|callers|users|caller's|user's|guest|validated|verified)] (employee|empl|emp|staff|personnel|worker|associate|colleague|payroll|workday|hr|global|corporate|company|clock|works|partner|member) (id|number|no|nr|nbr|num|code|ref|identification|identity|badge) [(number|no)] [(verified|validated|confirmed|checked|done|given|provided|stated|quoted)]",
    '(eid|empid|wwid|gid|pernr|psid|cdsid|employee|emp|id|id number|employeeid|badge|badge number|badge no|badge id|matricule|matricola|matr|personalnummer|personalnr|personeelsnummer|mitarbeiternummer|numero de empleado|personnel no|payroll|nbr|ee|ee no|emp id no) [(verified|validated|confirmed|given|provided)]',
  ]),
  'full name': new LabelKind([
    "[(caller|user|callers|users|caller's|user's|customer|employee|employee's|colleague|contact|guest|requester|requestor|validated|verified)] (full name|name|legal name|fullname|complete name|first and last name|first last name|first name and last name|first name last name|first name surname|name and surname|nom|nombre|nome) [(of the caller|of caller|of the user|of user)] [(verified|validated|confirmed|checked|done|given|provided|stated)]",
    '(name des anrufers|name der anruferin|nom du demandeur|nombre del usuario|nome do usuario)',
    '[(the)] (caller|user|usr|cx|customer|requester|requestor|employee|colleague|guest|affected user|user name|username|who|from|caller details|callers details|contact person|contact)',
  ]),
  location: new LabelKind([
    "[(caller|user|caller's|user's|work|working|office|base|current|home|primary|employee|validated|verified|site)] (location|loc|office|site|city|branch|campus|work place|workplace|base) [(name|location|city|country|office|site|code)] [(verified|validated|confirmed|checked|done|given|provided|stated)]",
    'city and country',
    'location and country',
    '(where are you|where is the caller|where is the user) [(located|based|working)]',
    'place [(of work|name)]',
    'where',
    'ort',
    'standort',
    'guest (location|office|site)',
    '(location|city) (country|site|office)',
    'office location city',
  ]),
};

/** Not `office`: answered with no, it tells where somebody works. */
const LOCATION_CHECKED = new LabelKind([
  "[(caller|user|caller's|user's)] (location|loc) [(verified|validated|confirmed|checked)]",
]);
const LOCATION_DENIED = phraseSet([
  "(not|didn't|couldn't|never|without) [able to] (verify|verified|verifying|validate|validated|validating|confirm|confirmed|confirming|check|checked|checking) [(the|his|her|their|caller's|user's)] (location|site)",
  "(location|site) (was not|wasn't|not) (verified|validated|confirmed|checked)",
  "(location|site) (did not|does not|didn't|doesn't) match",
]);

/** Elements stated by a line of the form. `denied` holds the lines answered with no. */
export function elementsInForms(passage: Passage): { given: Map<IdentityElement, Evidence>; denied: Evidence[] } {
  const given = new Map<IdentityElement, Evidence>();
  const denied: Evidence[] = [];
  const speakers = speakersOf(passage);
  for (const line of passage.formLines) {
    for (const element of IDENTITY_ELEMENTS) {
      if (!LABELS[element].matches(line.label)) continue;
      if (element === 'full name' && speakers.has(line.label)) continue;
      if (line.answer === 'no') denied.push(quote(passage, { start: line.start, end: line.end }));
      else if (line.answer === 'yes' || (line.answer === 'given' && VALID[element](line)))
        given.set(element, quote(passage, { start: line.start, end: line.end }));
    }
  }
  return { given, denied };
}

/** A location that was asked for and not confirmed. Where somebody works may be told all the same, and does not confirm it. */
export function deniesLocation(passage: Passage): boolean {
  return (
    passage.formLines.some(({ label, answer }) => answer === 'no' && LOCATION_CHECKED.matches(label)) ||
    findPhrase([passage], LOCATION_DENIED, isTold) !== undefined
  );
}

const VALID: Record<IdentityElement, (line: FormLine) => boolean> = {
  'employee id': ({ value }) => /\d[\d\s-]{2}/.test(value) && value.length <= 40,
  'full name': ({ value }) => hasTwoNames(value),
  location: ({ value }) => /\p{L}{2}/u.test(value) && value.length <= 80,
};
