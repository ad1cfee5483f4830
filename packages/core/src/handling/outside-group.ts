import { isSysId, type Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { quoteField } from '../text/find.ts';
import type { Evidence } from '../verdict.ts';

/** Whose ticket it is now: the service desk's, another group's, or nobody can tell, and why. */
export type Owner =
  | { readonly owner: 'service-desk' }
  | { readonly owner: 'outside'; readonly evidence: Evidence }
  | { readonly owner: 'unknown'; readonly reason: 'not-exported' | 'no-groups' | 'blank' | 'opaque' };

/** Who has the ticket, by its assignment group and the profile's service desk groups. */
export function ownerOf({ assignmentGroup }: Ticket, profile: CompiledProfile): Owner {
  if (profile.data.serviceDeskGroups.length === 0) return { owner: 'unknown', reason: 'no-groups' };
  if (assignmentGroup === undefined) return { owner: 'unknown', reason: 'not-exported' };
  const group = assignmentGroup.trim();
  if (group === '') return { owner: 'unknown', reason: 'blank' };
  const name = profile.nameOf(group);
  if (profile.isRouted(name) === false || profile.isRouted(group) === false) return { owner: 'service-desk' };
  if (isSysId(name)) return { owner: 'unknown', reason: 'opaque' };
  return { owner: 'outside', evidence: quoteField('assignmentGroup', assignmentGroup) };
}
