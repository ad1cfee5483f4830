import type { Profile } from '../../../profile/schema.ts';
import { PROFILE_PARTS, type ProfilePart } from '../../../rubric/schema.ts';

const PARTS: Readonly<Record<ProfilePart, (profile: Profile) => readonly string[]>> = {
  taxonomy: ({ categories }) =>
    titled('Categories and their subcategories', categories, ({ name, subcategories }) =>
      subcategories.length === 0 ? name : `${name}: ${subcategories.map((each) => each.name).join(', ')}`,
    ),
  applications: ({ applications }) =>
    titled('What people work with, and where a ticket about it belongs', applications, (application) => {
      const { name, aliases, service, configurationItem } = application;
      const also = aliases.length > 0 ? ` (${aliases.join(', ')})` : '';
      const place = [service && `service ${service}`, configurationItem && `configuration item ${configurationItem}`];
      const places = place.filter((text) => text !== undefined).join(', ');
      return `${name}${also}${places === '' ? '' : `: ${places}`}`;
    }),
  'close-codes': ({ closeCodes }) =>
    titled('Resolution codes, and what each says', closeCodes, ({ name, meaning }) => `${name}: ${meaning}`),
  'routing-needs': ({ routingNeeds }) =>
    titled('What the description of a ticket must state for the group that it is assigned to', routingNeeds, (need) => {
      const groups = need.groups.map((group) => (group === '*' ? 'every group but the service desk' : group));
      return `${groups.join(', ')}: ${need.needs.map(({ title }) => title).join('; ')}`;
    }),
  'service-desk-groups': ({ serviceDeskGroups }) =>
    titled('Groups of the service desk; a ticket assigned elsewhere was routed', serviceDeskGroups, (group) => group),
};

/** The parts of a profile that a rubric's questions cannot be answered without, in a fixed order. Empty: none. */
export function organisationText(profile: Profile, needed: ReadonlySet<ProfilePart>): string {
  const parts = PROFILE_PARTS.filter((part) => needed.has(part)).flatMap((part) => PARTS[part](profile));
  return parts.length === 0 ? '' : ['# The organisation, by its profile', ...parts].join('\n');
}

function titled<Item>(title: string, items: readonly Item[], tell: (item: Item) => string): string[] {
  return items.length === 0 ? [`${title}: not known.`] : [`${title}:`, ...items.map((item) => `- ${tell(item)}`)];
}
