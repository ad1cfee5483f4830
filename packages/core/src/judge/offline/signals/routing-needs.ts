import { evidenceOf, findPhrase } from '../../../text/find.ts';
import { isTold } from '../../../text/modality.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { met, notApplicable, notMetByAbsence } from '../replies.ts';

/** What the group that a ticket was routed to needs, as the profile says. */
export const routingNeeds = defineCheckSignal({
  id: 'routing-needs',
  description: 'For a ticket routed away from the service desk: each item that the profile lists for its group.',
  answer(check, { text, profile }) {
    const group = text.ticket.assignmentGroup;
    const needs = group === undefined || group === '' ? [] : profile.routingNeedsOf(profile.nameOf(group));
    if (needs.length === 0) return notApplicable('The profile asks for nothing for this group.');
    const passages = text.passages(check.fields);
    const found = needs.map(({ title, phrases }) => {
      const hit = findPhrase(passages, phrases, isTold);
      return { title, evidence: hit && evidenceOf(hit) };
    });
    const lacking = found.filter(({ evidence }) => evidence === undefined).map(({ title }) => title);
    if (lacking.length === 0)
      return met(
        found.flatMap(({ evidence }) => evidence ?? []),
        'Everything that the resolver group needs is given.',
        'medium',
      );
    const reply = notMetByAbsence(check, [], 'medium');
    return {
      ...reply,
      missing: lacking.map((element) => ({ element, searched: check.fields })),
      rationale: `The resolver group also needs: ${lacking.join(', ')}.`,
    };
  },
});
