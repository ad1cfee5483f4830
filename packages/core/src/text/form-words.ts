/** Words that labels are made of. Other text before a hyphen is prose or a title. */
export const LABEL_WORDS = new Set(
  (
    'name id number no num phone mobile cell contact location office site city country floor desk okta mfa push email ' +
    'mail username user login domain manager department dept company employee emp ext extension asset tag hostname ' +
    'host issue problem error description vip owg wfh wfo remote callback validation verification validated verified ' +
    'verify identity application app approval mailbox path impact time device upn account available availability ' +
    'title address lob service computer laptop pc ip serial model caller staff eid empid tel telephone details loc ph ' +
    'mob mobil branch campus telefon surname fullname place where matricule personnel badge cx usr nbr guest who mode given provided payroll ' +
    'workday sap'
  ).split(' '),
);

/** Words that stand between label words. */
export const SMALL_WORDS = new Set(
  (
    'and or of the first last full your his her best work working current from home is done to in at back call ' +
    'customer base primary line manager caller personal official'
  ).split(' '),
);

/** First words of a value that mean yes. */
export const YES = new Set(
  (
    'y yes yep yeah true done ok verified validated confirmed completed complete success successful successfully ' +
    'approved accepted passed pass provided checked'
  ).split(' '),
);

/** First words of a value that mean no. */
export const NO = new Set('n no nope false failed fail denied declined rejected unverified incorrect wrong'.split(' '));

/** Values that say nothing, folded. */
export const NOTHING = new Set([
  '',
  'na',
  'n a',
  'nil',
  'none',
  'null',
  'unknown',
  'tbd',
  'tbc',
  'not available',
  'not applicable',
  'not provided',
  'not given',
  'not known',
  'not shared',
  'not captured',
  'not mentioned',
  'same',
  'blank',
  'x',
  'xx',
  'xxx',
  'xxxx',
  'xxxxx',
]);
