import { callerValidation } from './caller-validation.ts';
import { criticalProcess } from './critical-process.ts';
import type { Rule } from './define-rule.ts';
import { fieldBlank } from './field-blank.ts';
import { inTaxonomy } from './in-taxonomy.ts';
import { opaqueReference } from './opaque-reference.ts';
import { shortDescriptionFormat } from './short-description-format.ts';
import { spelling } from './spelling.ts';

/** Every built-in rule. */
export const RULES: readonly Rule[] = [
  callerValidation,
  criticalProcess,
  fieldBlank,
  inTaxonomy,
  opaqueReference,
  shortDescriptionFormat,
  spelling,
];
