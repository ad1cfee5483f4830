const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** People by their trade, and parts of an organisation, whom a desk serves. Many of these words name things as well. */
const TRADES = set(
  // Parts of an organisation.
  'accounting admissions branch business bu clinic crew customs depot dispatch er facilities finance floor frontdesk housekeeping hr hub icu kitchen lab laboratory labs legal library ' +
    'logistics management marketing payroll pharmacy planning plant procurement production purchasing radiology reception residents sales school shop site store stores theatre unit ward ' +
    'wfm ' +
    // People who lead and decide.
    'asm board captain ceo cfo coach controller coo coordinator councillor counsel dean director fo headmaster headteacher lead leader major manager managers mate mayor md mgr mgrs minister ' +
    'officer owner partner pilot planner planners principal purser scheduler sergeant skipper sm tl treasurer ' +
    // Trades.
    'adjuster adjusters artist artists author authors bartender bellman broker brokers checker chef clerk clerks colonel concierge constable counsellor counselor custodian dealer dealers ' +
    'dentist designer designers detective dispatcher dispatchers driver drivers earner editor editors electrician faculty farmer fitter handler handlers hygienist inspector instructor ' +
    'janitor journalist judge lieutenant loader loaders machinist marshal matron mechanic mechanics merchandiser paramedic pathologist photographer physio postdoc producer prof quant ' +
    'radiologist ranger registrar rep reps reporter researcher researchers resident scientist scientists sister stakeholder stakeholders storeman stylist surgeon surveyor surveyors teachers ' +
    'tenant therapist trainer trainers tutor vet volunteer volunteers waitress warden welder ' +
    // Words that say so only behind another.
    'agent agents colleagues consultant department departments dept desk employees folks group members nurses operators people requesters specialist staff students team teams users',
);
/** Of these words it takes another before them to name somebody whom the desk serves: "gate agent", "art team". */
const OF_SOMETHING = set(
  'agent agents board consultant department departments dept desk group lead management manager mgr officer specialist staff team teams',
);
/** Those who look after systems, whatever they are called: "network team", "DBA lead", "L2 manager". */
const OF_SYSTEMS = set(
  'ad admin admins ams app application applications apps automation av aws azure backup basis batch citrix cloud command core cyber data database db dba deployment deskside desktop dev ' +
    'developer development devops dns duty engineer engineering etl euc exchange field firewall global hardware helpdesk help hosting iam identity implementation incident infra infrastructure ' +
    'integration interface internal intune isp it jira l1 l2 l3 lan level linux mail mainframe mdm messaging microsoft middleware mim monitoring msp network networking networks noc oncall ' +
    'on-call onsite operations ops oracle packaging patch platform portal print problem product project provider qa release reporting resolver sap sccm security server servers service ' +
    'servicedesk servicenow soc software sre storage supplier support system systems tech technical telco telecom test testing tier1 tier2 tier3 tools unix vendor virtualization vmware voice ' +
    'wan web wifi windows wintel wireless change',
);
/** Words that do not tell whose team it is. */
const TELLS_NOTHING = set(
  'the a an our their his her this that each every all both some of from by with to for in at on as per and or but then also now next same other another concerned respective relevant my',
);

/** The word may name somebody of the user's side, whatever stands around it. */
export function mayBeOfUsersSide(word: string): boolean {
  return TRADES.has(word);
}

/** The word names somebody of the user's side by trade or by part of the organisation: "ward", "gate agent", "art team". */
export function isOfUsersSide(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (!TRADES.has(word)) return false;
  const before = words[at - 1] ?? '';
  if (OF_SYSTEMS.has(before)) return false;
  return !OF_SOMETHING.has(word) || (before !== '' && !TELLS_NOTHING.has(before) && !/(?:ed|ing)$/.test(before));
}
