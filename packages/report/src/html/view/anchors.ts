/** A name that is safe as an id and in a link: what is no letter or digit becomes a hyphen. */
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '-')
    .slice(0, 80);

/** The id of a criterion on a ticket's page. */
export const criterionAnchor = (id: string): string => `c-${slug(id)}`;

/** The id of a piece of evidence on a ticket's page, counted from 1. */
export const evidenceAnchor = (position: number): string => `e-${position}`;
