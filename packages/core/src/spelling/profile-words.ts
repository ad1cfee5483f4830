import type { Profile } from '../profile/schema.ts';

/** Every word that an organisation's profile holds as a name or as jargon, for {@link createSpellChecker}. */
export function profileWords(profile: Profile): string[] {
  return [
    ...profile.dictionary,
    ...profile.locations,
    ...profile.serviceDeskGroups,
    ...Object.values(profile.names),
    ...profile.linesOfBusiness.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...profile.applications.flatMap(({ name, aliases, service = '', configurationItem = '' }) => [
      name,
      ...aliases,
      service,
      configurationItem,
    ]),
    ...profile.categories.flatMap(({ name, aliases, subcategories }) => [
      name,
      ...aliases,
      ...subcategories.flatMap((sub) => [sub.name, ...sub.aliases]),
    ]),
    ...profile.routingNeeds.flatMap(({ groups }) => groups),
  ];
}
