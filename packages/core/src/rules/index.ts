import { callerValidation } from './caller-validation.ts';
import { conversationNeeded } from './conversation-needed.ts';
import { criticalProcess } from './critical-process.ts';
import type { Rule } from './define-rule.ts';
import { fieldBlank } from './field-blank.ts';
import { fieldFilled } from './field-filled.ts';
import { inTaxonomy } from './in-taxonomy.ts';
import { interactionAttached } from './interaction-attached.ts';
import { onsiteNotesApply } from './onsite-notes-apply.ts';
import { opaqueReference } from './opaque-reference.ts';
import { priorityMatrix } from './priority-matrix.ts';
import { resolutionCode } from './resolution-code.ts';
import { resolutionNotesApply } from './resolution-notes-apply.ts';
import { shortDescriptionFormat } from './short-description-format.ts';
import { simpleRequest } from './simple-request.ts';
import { spelling } from './spelling.ts';

/** Every built-in rule. */
export const RULES: readonly Rule[] = [
  callerValidation,
  conversationNeeded,
  criticalProcess,
  fieldBlank,
  fieldFilled,
  inTaxonomy,
  interactionAttached,
  onsiteNotesApply,
  opaqueReference,
  priorityMatrix,
  resolutionCode,
  resolutionNotesApply,
  shortDescriptionFormat,
  simpleRequest,
  spelling,
];
