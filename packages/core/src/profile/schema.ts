import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const words = z.array(z.string().min(1)).default([]);

/** How the caller made contact, as TQRS tells it apart. */
export const CHANNELS = [
  'phone',
  'walk-in',
  'chat',
  'guest-chat',
  'email',
  'guest-email',
  'self-service',
  'web',
  'virtual-agent',
  'monitoring',
  'system',
] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

const lineOfBusinessSchema = z.strictObject({
  name: z.string().min(1),
  aliases: words,
  /** Record flags (column names) that say that the caller belongs to it. */
  flags: words,
});
export type LineOfBusiness = z.infer<typeof lineOfBusinessSchema>;

const applicationSchema = z.strictObject({
  name: z.string().min(1),
  aliases: words,
  /** The service that a ticket about it belongs to. */
  service: z.string().min(1).optional(),
  /** The configuration item that a ticket about it belongs to. */
  configurationItem: z.string().min(1).optional(),
});
export type Application = z.infer<typeof applicationSchema>;

const subcategorySchema = z.strictObject({
  name: z.string().min(1),
  aliases: words,
  /** Phrases that speak for it. */ phrases: words,
});
const categorySchema = subcategorySchema.extend({ subcategories: z.array(subcategorySchema).default([]) });
export type Category = z.infer<typeof categorySchema>;
export type Subcategory = z.infer<typeof subcategorySchema>;

/** One way to show that a critical process was followed. Everything named in it must hold. */
export const requirementSchema = z.strictObject({
  /** One of these phrases is stated. */
  phrases: words,
  /** Each field has one of the listed values: `{ urgency: ['1'], impact: ['3'] }`. */
  fields: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** The caller's identity was validated, and that is documented. */
  callerValidated: z.boolean().default(false),
  /** Coaching that goes with a pass by this way where none of these phrases is stated. */
  advise: z.strictObject({ unlessPhrases: z.array(z.string().min(1)).min(1), coaching: z.string().min(1) }).optional(),
});
export type Requirement = z.infer<typeof requirementSchema>;

/** A process that a ticket must follow when it involves one. */
export const criticalProcessSchema = z.strictObject({
  title: z.string().min(1),
  foundBy: z.strictObject({
    subcategories: words,
    /** Record flags (column names) that are true. */
    flags: words,
    /** Labels of form lines answered with yes: `VIP: Y`. */
    formLabels: words,
    phrases: words,
    /** Phrases that, standing in the same sentence, mean that it is something else. */
    unlessPhrases: words,
    /** Phrases do not count as the first part of a short description: there they name a line of business. */
    exceptLineOfBusiness: z.boolean().default(false),
  }),
  /** Where this holds for the whole ticket, the process is not involved after all (an unlock alone). */
  notWhen: z.strictObject({ donePhrases: words, unlessDonePhrases: words }).optional(),
  /** Any one of them shows that it was followed. Empty: the process is inactive and must have no `foundBy`. */
  followedWhen: z.array(requirementSchema).default([]),
  otherwise: z.enum(['deduct', 'automatic-fail']).default('deduct'),
  /** Ids of processes that this one displaces when both are found. */
  overrides: z.array(id).default([]),
  coaching: z.string().min(1),
});
export type CriticalProcess = z.infer<typeof criticalProcessSchema>;

/** What tickets routed to a group must carry in their description. */
const routingNeedSchema = z.strictObject({
  /** Assignment groups, by name; `*` for every group other than the service desk. */
  groups: z.array(z.string().min(1)).min(1),
  needs: z.array(z.strictObject({ title: z.string().min(1), phrases: z.array(z.string().min(1)).min(1) })).min(1),
});

/** The organisation that the tickets come from. Everything is optional in a file: it is merged over its base. */
export const profileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id,
  title: z.string().min(1),
  description: z.string().min(1),
  linesOfBusiness: z.array(lineOfBusinessSchema),
  /** Cities and sites, beyond what stands in a ticket's form lines. */
  locations: words,
  applications: z.array(applicationSchema),
  /** The category taxonomy. Empty: categories are only checked for presence. */
  categories: z.array(categorySchema),
  /** Values of the contact type field for each channel. */
  contactTypes: z.partialRecord(channelSchema, z.array(z.string().min(1))),
  validation: z.strictObject({
    /** Channels where the caller's validation must be documented. */
    required: z.array(channelSchema),
    /** Channels where verification through the identity provider exempts, and its absence deducts. */
    verifiedByProvider: z.array(channelSchema),
    /** Words that mark the caller as a guest, which turns chat into guest chat and e-mail into guest e-mail. */
    guestPhrases: words,
    /** The identity provider's names on form lines and in prose: `Okta`. */
    providers: words,
  }),
  /** By id, so that a file can change a part of one and keep the rest of its base. */
  criticalProcesses: z.record(id, criticalProcessSchema),
  /** The groups of the service desk itself. A ticket assigned elsewhere is a routed one. Empty: none is known to be routed. */
  serviceDeskGroups: words,
  routingNeeds: z.array(routingNeedSchema),
  /** Display names for sys_ids of people, groups, services: whatever an export left as a bare reference. */
  names: z.record(z.string(), z.string()),
  /** Words that are not misspelt: products, places, jargon. */
  dictionary: words,
  /** Further column names or labels for ticket fields: `{ contactType: ['Kanal'] }`. */
  fieldAliases: z.record(z.string(), z.array(z.string().min(1))),
});
/** See {@link profileSchema}. */
export type Profile = z.infer<typeof profileSchema>;

/** A profile as a file may give it: whatever it leaves out comes from its base. */
export const profileFileSchema = profileSchema.partial().extend({
  validation: profileSchema.shape.validation.partial().optional(),
  criticalProcesses: z
    .record(
      id,
      criticalProcessSchema.partial().extend({ foundBy: criticalProcessSchema.shape.foundBy.partial().optional() }),
    )
    .optional(),
});
