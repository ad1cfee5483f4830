import type { Signal } from '../define-signal.ts';
import { agreedToClose } from './agreed-to-close.ts';
import { categoryFit } from './category-fit.ts';
import { closingMessage } from './closing-message.ts';
import { configurationItemFit } from './configuration-item-fit.ts';
import { contactNumber } from './contact-number.ts';
import { domainUser } from './domain-user.ts';
import { followThrough } from './follow-through.ts';
import { generalService } from './general-service.ts';
import { greeting } from './greeting.ts';
import { incidentNeeded } from './incident-needed.ts';
import { incidentNotes } from './incident-notes.ts';
import { issueStatement } from './issue-statement.ts';
import { necessaryTroubleshooting } from './necessary-troubleshooting.ts';
import { officeOrRemote } from './office-or-remote.ts';
import { onsiteHandling } from './onsite-handling.ts';
import { particulars } from './particulars.ts';
import { resolutionCodeFit } from './resolution-code-fit.ts';
import { routing } from './routing.ts';
import { routingNeeds } from './routing-needs.ts';
import { selfResolveAdvice } from './self-resolve-advice.ts';
import { serviceFit } from './service-fit.ts';
import { subcategoryFit } from './subcategory-fit.ts';
import { troubleshooting } from './troubleshooting.ts';
import { userConfirmed } from './user-confirmed.ts';
import { userName } from './user-name.ts';
import { whatWasDone } from './what-was-done.ts';
import { workaround } from './workaround.ts';
import { workingLocation } from './working-location.ts';

/** Every built-in signal. */
export const SIGNALS: readonly Signal[] = [
  agreedToClose,
  categoryFit,
  closingMessage,
  configurationItemFit,
  contactNumber,
  domainUser,
  followThrough,
  generalService,
  greeting,
  incidentNeeded,
  incidentNotes,
  issueStatement,
  necessaryTroubleshooting,
  officeOrRemote,
  onsiteHandling,
  particulars,
  resolutionCodeFit,
  routing,
  routingNeeds,
  selfResolveAdvice,
  serviceFit,
  subcategoryFit,
  troubleshooting,
  userConfirmed,
  userName,
  whatWasDone,
  workaround,
  workingLocation,
];
