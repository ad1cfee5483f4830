import type { Signal } from '../define-signal.ts';
import { categoryFit } from './category-fit.ts';
import { configurationItemFit } from './configuration-item-fit.ts';
import { contactNumber } from './contact-number.ts';
import { domainUser } from './domain-user.ts';
import { issueStatement } from './issue-statement.ts';
import { officeOrRemote } from './office-or-remote.ts';
import { particulars } from './particulars.ts';
import { routingNeeds } from './routing-needs.ts';
import { serviceFit } from './service-fit.ts';
import { subcategoryFit } from './subcategory-fit.ts';
import { userName } from './user-name.ts';
import { workingLocation } from './working-location.ts';

/** Every built-in signal. */
export const SIGNALS: readonly Signal[] = [
  categoryFit,
  configurationItemFit,
  contactNumber,
  domainUser,
  issueStatement,
  officeOrRemote,
  particulars,
  routingNeeds,
  serviceFit,
  subcategoryFit,
  userName,
  workingLocation,
];
