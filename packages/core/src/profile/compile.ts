import { hashOf } from '../data-file/canonical-json.ts';
import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { DateStyle } from '../timeline/clock.ts';
import { type CompiledCloseCode, compileCloseCodes } from './compile-close-codes.ts';
import { compileDates } from './compile-dates.ts';
import { type CompiledProcess, compileProcesses } from './compile-processes.ts';
import { type CompiledCategory, compileTaxonomy } from './compile-taxonomy.ts';
import { LabelIndex } from './fold-label.ts';
import { numberOn } from './priority-scale.ts';
import { type Application, CHANNELS, type Channel, type LineOfBusiness, type Profile } from './schema.ts';

/** A way to write a line of business. */
export interface LineOfBusinessName {
  /** As the profile writes it: a name or an alias. */
  readonly text: string;
  readonly lineOfBusiness: LineOfBusiness;
}

/** Something that a description must carry for the group that it is routed to. */
export interface RoutingNeed {
  readonly title: string;
  readonly phrases: PhraseSet;
}

/** A profile made ready for a run. Labels are compared as {@link foldLabel} does. */
export interface CompiledProfile {
  readonly data: Profile;
  /** SHA-256 of the canonical JSON of the merged profile, in hex. */
  readonly hash: string;
  /** The channel of a contact type value; undefined for blank and unknown ones. */
  channelOf(contactType: string | undefined): Channel | undefined;
  /** A value as a person reads it: the profile's name for a bare sys_id, else the value itself. */
  nameOf(value: string): string;
  /** Every name and alias of the lines of business, longest first, so that `MMC-NCL` is found before `MMC`. */
  readonly lineOfBusinessNames: readonly LineOfBusinessName[];
  /** The line of business that has this name or alias. */
  lineOfBusinessOf(label: string | undefined): LineOfBusiness | undefined;
  /** The lines of business by record flag (column name, lower case). */
  readonly lineOfBusinessByFlag: ReadonlyMap<string, LineOfBusiness>;
  /** Whether a label is one of the profile's locations. */
  isLocation(label: string | undefined): boolean;
  /** The application that has this name or alias. */
  applicationOf(label: string | undefined): Application | undefined;
  /** Empty: the profile has no taxonomy. */
  readonly categories: readonly CompiledCategory[];
  /** The category of this label, code or alias. */
  categoryOf(label: string | undefined): CompiledCategory | undefined;
  /** The active critical processes, in the profile's order. */
  readonly processes: readonly CompiledProcess[];
  readonly requiresValidation: ReadonlySet<Channel>;
  readonly verifiedByProvider: ReadonlySet<Channel>;
  /** Words that mark the caller as a guest. */
  readonly guestPhrases: PhraseSet;
  /** Whether tickets of this channel begin as an interaction. */
  isInteractionChannel(channel: Channel): boolean;
  /** The priority that an impact and an urgency come to. Undefined where the matrix does not say. */
  priorityOf(impact: string | undefined, urgency: string | undefined): string | undefined;
  /** The close code of this name or alias. */
  closeCodeOf(label: string | undefined): CompiledCloseCode | undefined;
  /** Whether a ticket of this group has left the service desk. Undefined where the profile names no service desk groups. */
  isRouted(assignmentGroup: string): boolean | undefined;
  /** What a ticket routed to this group must carry. Empty for a group of the service desk. */
  routingNeedsOf(assignmentGroup: string): readonly RoutingNeed[];
  /** How exports write dates. */
  readonly dateStyle: DateStyle;
}

/** Precompiles a profile that has been checked. Use `loadProfile` to parse and check one. */
export function compileProfile(profile: Profile): CompiledProfile {
  const channels = new LabelIndex(CHANNELS, (channel) => profile.contactTypes[channel] ?? []);
  const linesOfBusiness = new LabelIndex(profile.linesOfBusiness, ({ name, aliases }) => [name, ...aliases]);
  const locations = new LabelIndex(profile.locations, (location) => [location]);
  const applications = new LabelIndex(profile.applications, ({ name, aliases }) => [name, ...aliases]);
  const categories = compileTaxonomy(profile.categories);
  const categoryLabels = new LabelIndex(categories, ({ labels }) => labels);
  const serviceDesk = new LabelIndex(profile.serviceDeskGroups, (group) => [group]);
  const names = new Map(Object.entries(profile.names));
  const routing = compileRouting(profile);

  const isRouted = (group: string) =>
    profile.serviceDeskGroups.length === 0 ? undefined : serviceDesk.find(group) === undefined;

  return {
    data: profile,
    hash: hashOf(profile),
    dateStyle: compileDates(profile),
    channelOf: (contactType) => channels.find(contactType),
    nameOf: (value) => (names.size === 0 ? value : (names.get(value) ?? value)),
    lineOfBusinessNames: profile.linesOfBusiness
      .flatMap((lineOfBusiness) =>
        [lineOfBusiness.name, ...lineOfBusiness.aliases].map((text) => ({ text, lineOfBusiness })),
      )
      .sort((a, b) => b.text.length - a.text.length),
    lineOfBusinessOf: (label) => linesOfBusiness.find(label),
    lineOfBusinessByFlag: new Map(
      profile.linesOfBusiness.flatMap((line) => line.flags.map((flag) => [flag.toLowerCase(), line] as const)),
    ),
    isLocation: (label) => locations.find(label) !== undefined,
    applicationOf: (label) => applications.find(label),
    categories,
    categoryOf: (label) => categoryLabels.find(label),
    processes: compileProcesses(profile.criticalProcesses),
    requiresValidation: new Set(profile.validation.required),
    verifiedByProvider: new Set(profile.validation.verifiedByProvider),
    guestPhrases: phraseSet(profile.validation.guestPhrases),
    isInteractionChannel: (channel) => profile.interactionChannels.includes(channel),
    priorityOf: (impact, urgency) =>
      profile.priorityMatrix[String(numberOn('impact', impact))]?.[String(numberOn('urgency', urgency))],
    closeCodeOf: compileCloseCodes(profile.closeCodes),
    isRouted,
    routingNeedsOf: (group) => (isRouted(group) === false ? [] : routing(group, isRouted(group) === true)),
  };
}

function compileRouting(profile: Profile): (group: string, routed: boolean) => readonly RoutingNeed[] {
  const rows = profile.routingNeeds.map(({ groups, needs }) => ({
    groups: new LabelIndex(groups, (group) => [group]),
    everyone: groups.includes('*'),
    needs: needs.map(({ title, phrases }) => ({ title, phrases: phraseSet(phrases) })),
  }));
  return (group, routed) =>
    rows.filter((row) => (row.everyone && routed) || row.groups.find(group) !== undefined).flatMap((row) => row.needs);
}
