import { z } from 'zod';
import { HIDEABLE_TYPES } from '../redaction/placeholder.ts';

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
  flags: words.describe('Record flags (column names) that say that the caller belongs to it.'),
});
export type LineOfBusiness = z.infer<typeof lineOfBusinessSchema>;

const applicationSchema = z.strictObject({
  name: z.string().min(1),
  aliases: words,
  service: z.string().min(1).optional().describe('The service that a ticket about it belongs to.'),
  configurationItem: z.string().min(1).optional().describe('The configuration item that a ticket about it belongs to.'),
});
export type Application = z.infer<typeof applicationSchema>;

const subcategorySchema = z.strictObject({
  name: z.string().min(1),
  aliases: words,
  phrases: words.describe('Phrases that speak for it.'),
});
const categorySchema = subcategorySchema.extend({
  subcategories: z.array(subcategorySchema).default([]).describe('Empty: none is asked for in this category.'),
});
export type Category = z.infer<typeof categorySchema>;
export type Subcategory = z.infer<typeof subcategorySchema>;

/** One way to show that a critical process was followed. Everything named in it must hold. */
export const requirementSchema = z.strictObject({
  phrases: words.describe('One of these phrases is stated.'),
  fields: z
    .record(z.string(), z.array(z.string()).min(1))
    .default({})
    .describe("Each field has one of the listed values: `{ urgency: ['1'], impact: ['3'] }`."),
  callerValidated: z.boolean().default(false).describe("The caller's identity was validated, and that is documented."),
  advise: z
    .strictObject({
      unlessPhrases: z.array(z.string().min(1)).min(1).describe('Any one of them makes the advice needless.'),
      coaching: z.string().min(1).describe('The advice.'),
    })
    .optional()
    .describe('Coaching that goes with a pass by this way where none of these phrases is stated.'),
});
export type Requirement = z.infer<typeof requirementSchema>;

/** A process that a ticket must follow when it involves one. */
export const criticalProcessSchema = z.strictObject({
  title: z.string().min(1),
  off: z.boolean().optional().describe('Switched off: no ticket is found to involve it.'),
  foundBy: z.strictObject({
    subcategories: words.describe('Subcategories that mean the process.'),
    flags: words.describe('Record flags (column names) that are true.'),
    formLabels: words.describe('Labels of form lines answered with yes: `VIP: Y`.'),
    phrases: words.describe('Phrases that mean the process, whoever reads them.'),
    clausePhrases: words.describe(
      'Phrases that mean it where they are all that a clause says (`OWG, Oslo`). Elsewhere they are loose.',
    ),
    loosePhrases: words.describe('Phrases that mean it as often as something else: a person is asked.'),
    unlessPhrases: words.describe('Phrases that, standing in the same sentence, mean that it is something else.'),
    exceptLineOfBusiness: z
      .boolean()
      .default(false)
      .describe('Phrases do not count as the first part of a short description: there they name a line of business.'),
  }),
  notWhen: z
    .strictObject({
      donePhrases: words.describe('Something else that was done instead.'),
      unlessDonePhrases: words.describe('What shows that it was done as well.'),
    })
    .optional()
    .describe('Where this holds for the whole ticket, the process is not involved after all (an unlock alone).'),
  followedWhen: z
    .array(requirementSchema)
    .default([])
    .describe(
      'Any one of them shows that it was followed. Empty: the process must be `off`, or have nothing under `foundBy`.',
    ),
  begunWhen: words.describe(
    'Phrases that tell that what a ticket asks for was done. Without them a mere wish does not owe the process. Empty: it does.',
  ),
  violatedWhen: z
    .strictObject({
      phrases: z.array(z.string().min(1)).min(1).describe('One of these phrases is stated.'),
      perhapsPhrases: words.describe('Phrases that may tell of it: a person is asked.'),
      unlessPhrases: words.describe('Phrases that, standing in the same sentence, mean that it is something else.'),
      untold: z.string().min(1).describe('Coaching that goes with the pass of a ticket that tells neither way.'),
    })
    .optional()
    .describe(
      'What shows that it was not followed. With it, a ticket that tells neither way passes; without it, nothing that shows that it was followed is enough to fail.',
    ),
  perhapsFollowed: words.describe(
    'Phrases that may tell that it was followed, in a way that `followedWhen` does not know: a person is asked.',
  ),
  otherwise: z
    .enum(['deduct', 'automatic-fail'])
    .default('deduct')
    .describe('What it costs where it was not followed.'),
  overrides: z.array(id).default([]).describe('Ids of processes that this one displaces when both are found.'),
  coaching: z.string().min(1).describe('What to do, said to the analyst. {quote} is what the ticket says of it.'),
});
export type CriticalProcess = z.infer<typeof criticalProcessSchema>;

/** What tickets routed to a group must carry in their description. */
const routingNeedSchema = z.strictObject({
  groups: z
    .array(z.string().min(1))
    .min(1)
    .describe('Assignment groups, by name; `*` for every group other than the service desk.'),
  needs: z
    .array(z.strictObject({ title: z.string().min(1), phrases: z.array(z.string().min(1)).min(1) }))
    .min(1)
    .describe('Each is one thing that the description must state.'),
});

/** What closing a ticket with a code says. `other`: anything that needs no solution and tells of none. */
export const CLOSE_MEANINGS = [
  'solved',
  'workaround',
  'not-solved',
  'self-service',
  'closed-by-caller',
  'duplicate',
  'canceled',
  'other',
] as const;
const closeCodeSchema = z.strictObject({
  name: z.string().min(1),
  aliases: words,
  meaning: z.enum(CLOSE_MEANINGS).describe('What closing a ticket with it says.'),
  phrases: words.describe("Phrases in the ticket's prose that speak for it."),
});
export type CloseCode = z.infer<typeof closeCodeSchema>;
export type CloseMeaning = CloseCode['meaning'];

const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'use a time like 08:30');
const workingTimeSchema = z.strictObject({
  timeZone: z
    .string()
    .min(1)
    .describe('IANA name: `Europe/Oslo`. Times that an export gives without a zone are taken to be in it.'),
  days: z.array(z.int().min(1).max(7)).min(1).describe('Days of the week that are worked: 1 is Monday, 7 is Sunday.'),
  from: timeOfDay.describe('Local time: `08:00`.'),
  to: timeOfDay.describe('Local time: `18:00`.'),
});
export type WorkingTime = z.infer<typeof workingTimeSchema>;

/** The months, by their numbers. */
const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
const datesSchema = z.strictObject({
  order: z
    .enum(['day-first', 'month-first'])
    .optional()
    .describe('How to read 03/04/2026 where nothing in the ticket tells. Left out: such a time is not read.'),
  months: z
    .partialRecord(z.enum(MONTHS), z.array(z.string().min(3).max(12)).min(1))
    .default({})
    .describe(
      'Names of months in the language of the exports, by their numbers: `{ "3": [Mär, März] }`. English ones are known.',
    ),
});

const redactionSchema = z.strictObject({
  names: words.describe(
    "Names of people that are masked wherever they stand, beyond those that a ticket's own fields hold.",
  ),
  keep: words.describe(
    "Words and values that are never masked: a product that is called like a person, the service desk's own number or mailbox.",
  ),
  reports: z
    .array(z.enum(HIDEABLE_TYPES))
    .optional()
    .describe(
      'What is masked in reports, too: `[PHONE, EMAIL]`. Passwords and keys always are, and names with `--anonymize`.',
    ),
});

/** The organisation that the tickets come from. Everything is optional in a file: it is merged over its base. */
export const profileSchema = z.strictObject({
  schemaVersion: z.literal(1).describe('The version of this format: 1.'),
  id,
  title: z.string().min(1),
  description: z.string().min(1),
  linesOfBusiness: z
    .array(lineOfBusinessSchema)
    .describe('The parts of the organisation that short descriptions name.'),
  locations: words.describe("Cities and sites, beyond what stands in a ticket's form lines."),
  applications: z.array(applicationSchema).describe('What people work with, and where a ticket about it belongs.'),
  categories: z
    .array(categorySchema)
    .describe('The category taxonomy. Empty: categories are only checked for presence.'),
  contactTypes: z
    .partialRecord(channelSchema, z.array(z.string().min(1)))
    .describe('Values of the contact type field for each channel.'),
  validation: z.strictObject({
    required: z.array(channelSchema).describe("Channels where the caller's validation must be documented."),
    verifiedByProvider: z
      .array(channelSchema)
      .describe('Channels where verification through the identity provider exempts, and its absence deducts.'),
    guestPhrases: words.describe(
      'Words that mark the caller as a guest, which turns chat into guest chat and e-mail into guest e-mail.',
    ),
    providers: words.describe("The identity provider's names on form lines and in prose: `Okta`."),
  }),
  criticalProcesses: z
    .record(id, criticalProcessSchema)
    .describe('By id, so that a file can change a part of one and keep the rest of its base.'),
  interactionChannels: z
    .array(channelSchema)
    .describe('Channels whose tickets begin as an interaction, to which the incident is to be attached.'),
  priorityMatrix: z
    .record(z.string(), z.record(z.string(), z.string().min(1)))
    .describe('The priority that each impact (outer key) and urgency (inner key) comes to, all by their number: `1`.'),
  closeCodes: z
    .array(closeCodeSchema)
    .describe('The codes that a ticket may be closed with. Empty: any code is only checked for presence.'),
  workingTime: workingTimeSchema.describe('When the service desk works. Silence is counted in this time alone.'),
  dates: datesSchema
    .optional()
    .describe(
      'How the exports write dates: users of an instance choose a format and a language. The zone is that of the working time.',
    ),
  serviceDeskGroups: words.describe(
    'The groups of the service desk itself. A ticket assigned elsewhere is a routed one. Empty: none is known to be routed.',
  ),
  routingNeeds: z.array(routingNeedSchema).describe('What tickets routed to a group must carry in their description.'),
  names: z
    .record(z.string(), z.string())
    .describe('Display names for sys_ids of people, groups, services: whatever an export left as a bare reference.'),
  dictionary: words.describe('Words that are not misspelt: products, places, jargon.'),
  redaction: redactionSchema.describe(
    'What is masked before a ticket goes to a language model, beyond what is found, and what reports hide.',
  ),
  fieldAliases: z
    .record(z.string(), z.array(z.string().min(1)))
    .describe("Further column names or labels for ticket fields: `{ contactType: ['Kanal'] }`."),
});
/** See {@link profileSchema}. */
export type Profile = z.infer<typeof profileSchema>;

/** A profile as a file may give it: whatever it leaves out comes from its base. */
export const profileFileSchema = profileSchema.partial().extend({
  validation: profileSchema.shape.validation
    .partial()
    .optional()
    .describe('How the validation of a caller is to be documented, and where it has to be.'),
  workingTime: profileSchema.shape.workingTime
    .partial()
    .optional()
    .describe('When the service desk works. Silence is counted in this time alone.'),
  redaction: redactionSchema
    .partial()
    .optional()
    .describe('What is masked before a ticket goes to a language model, beyond what is found, and what reports hide.'),
  criticalProcesses: z
    .record(
      id,
      criticalProcessSchema.partial().extend({
        foundBy: criticalProcessSchema.shape.foundBy
          .partial()
          .optional()
          .describe('Any one of these shows that a ticket involves the process.'),
      }),
    )
    .optional()
    .describe('Processes that a ticket must follow when it involves one, by id: a file may change a part of one.'),
});
