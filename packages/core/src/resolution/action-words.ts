const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words for the person that a ticket is for. */
export const USER_WORDS = set(
  'user users usr usrs caller callers customer customers cust client clients requester requestor requesters employee enduser ' +
    'colleague he she they him her them owner guest patient teacher reporter eu eus cx partner associate student pupil member nurse doctor crew lady gentleman',
);

/** Roles in which people report to the desk. Few of them name things as well, as `driver` would. */
export const ROLE_WORDS = set(
  'dev operator operators foreman supervisor receptionist guard cashier clerk accountant accounting accounts organiser organizer secretary assistant pa intern trainee ' +
    'apprentice lecturer professor buyer picker packer storekeeper warehouse salesman saleswoman seller trader lawyer solicitor paralegal physician pharmacist midwife ' +
    'librarian architect bookkeeper auditor recruiter courier waiter cook steward stewardess worker workers inspector surveyor chemist attendee participant consultant ' +
    'broker underwriter actuary banker teller buchhaltung',
);

/** Words for those who work on a ticket. */
export const STAFF_WORDS = set(
  'i we agent agents analyst analysts engineer engineers technician technicians tech techs team vendor vendors support desk servicedesk helpdesk ' +
    'admin admins l1 l2 l3 microsoft ms supplier provider carrier isp contractor fse dba dbas developer developers infra noc soc ops ams specialist sme me us myself our',
);

/** Words that may stand between a subject and its verb, or at the head of a note, and change nothing. */
export const ADVERBS = set(
  'successfully remotely manually also then now just already only properly completely fully again later first finally once quickly simply ' +
    'subsequently today yesterday accordingly hence so therefore re un force both all further afterwards next eventually well temporarily permanently ' +
    'thus currently recently forcefully gracefully physically locally centrally safely all either same resolution resolved fix fixed solution',
);

export const DETERMINERS = set(
  'the a an his her my their our your this these any some another every each newly recently previously its',
);

/** Forms of `be` and `have` before a participle. */
export const AUXILIARIES = set('was were is are been being has have had having got gets get hv hav');

/** Participles that tell a state as often as a deed: "the account was disabled". */
export const STATES = set(
  'disabled blocked disconnected unplugged suspended deactivated muted connected linked associated limited restricted aligned registered ' +
    'mapped configured assigned enabled joined collected ordered synced hidden hid',
);
/** States that somebody must have brought about where they are told of things that now work. */
export const GOOD_STATES = set(
  'connected linked associated aligned registered mapped configured assigned enabled joined collected ordered synced',
);

/** Verbs that say what was done only together with what it was done with: "provided support" says nothing. */
export const WEAK_VERBS = set(
  'provided provide gave given sent shared offered took taken made did done ran run raised opened logged created issued passed handed forwarded ' +
    'escalated assigned transferred routed redirected applied executed submitted supplied arranged booked implemented carried performed completed ' +
    'reassigned rerouted rolled pushed pointed delivered generated used brought built shown showed show guided walked taught explained educated trained ' +
    'demonstrated clarified held obtained cancelled canceled coached helped assisted instructed briefed oriented linked mapped raisd prvded prvd provded',
);

/** "fixed the profile" says what was done, "fixed the issue" and "fixed by L2" do not. */
export const MENDING_VERBS = set('fixed resolved solved sorted corrected rectified repaired');

/** Verbs of telling, which say what was done where they say what was told: "informed the user about the steps". */
export const TELLING_VERBS = set('informed advised told instructed notified suggested recommended directed guided');

/** Past forms that say nothing about what was done to mend something. */
export const NO_DEEDS = set(
  'resolved fixed solved closed completed confirmed reported complained stated requested asked called contacted tried wanted needed faced ' +
    'received failed crashed expired locked happened occurred caused appeared experienced noticed observed identified discussed mentioned agreed ' +
    'talked telephoned reached informed advised tested verified checked investigated troubleshooted troubleshot assisted helped worked looked supported handled processed ' +
    'actioned attended addressed rectified satisfied pleased delighted continued logged responded replied emailed mailed messaged pinged ' +
    'texted chatted followed attempted waited awaited pended required expected planned scheduled decided considered believed seemed remained persisted ' +
    'existed disappeared recurred hanged lagged dropped damaged corrupted broken misconfigured affected related based interested concerned ended ' +
    'sorted validated acknowledged thanked ensured analysed analyzed reviewed monitored assessed diagnosed determined examined inspected ' +
    'observed duplicated rejected declined denied refused approved accepted reopened hoped wished liked finished ' +
    'stopped vanished succeeded prevented stuck delayed missed mistyped forgotten entered proceed proceeded detected visited ' +
    'connected opened returned accessed printed launched mandated consulted arrived turned indeed speed need feed embed used ' +
    'unresolved unexpected undefined unauthorized unauthorised unassigned unlicensed unsupported limited supposed recommended suggested intended ' +
    'apologised apologized regretted appreciated welcomed greeted engaged involved accompanied insisted chased reminded praised grumbled complied promised attempted coordinated aligned ' +
    'answered reproduced recorded compared gathered designed developed introduced included listened picked pulled prepared drafted ' +
    'notified quoted listed named described screened overheated overloaded queued hundred assumed suspected thought feared hosted owned ' +
    'retired powered joined marked placed phoned rang rung dialled dialed left spoke aborted blamed instructed directed told exceeded depleted ' +
    'noted tracked risked proposed announced increased decreased encountered settled established counted considered surfaced responded recovered spiked',
);

/** Things that can be done: nouns that name a deed where they are said to be done or to have helped. */
export const DEEDS = set(
  'reset unlock restart reboot reinstall reinstallation reimage reimaging rebuild update upgrade replacement repair sync resync rollback wipe cleanup ' +
    'installation install configuration setup enrolment enrollment removal deletion creation migration provisioning change changes modification ' +
    'swap exchange refresh failover restore recovery upload activation deactivation registration relogin relaunch cycle patch patching ' +
    'gpupdate sfc chkdsk defrag scan uninstall synchronization synchronisation reconfiguration reset mapping remapping hotfix recreation ' +
    'reactivation renewal extension correction adjustment unlocking resetting reload reenrolment servicing formatting cleaning flashing clear clearing logoff signout shutdown powercycle flush',
);

/** Words that name nothing in particular in a note of closing. */
export const EMPTY_WORDS = set(
  'a an the and or but so if then than that this these those it its he she they them him her his hers their i me my we us our you your who which what when where why ' +
    'is are was were be been being am do does did done has have had having can could will would shall should may might must to of in on at by for from with without into onto over under up down out off about as via per ' +
    'not no nor also still only just very too now here there all any some each both same other more most yes ok okay please kindly thanks thank regards pls fine good ' +
    "user users user's usr usrs caller caller's callers customer customer's customers client clients requester employee colleague agent analyst uat engineer technician " +
    'issue issues problem problems error errors incident incidents ticket tickets case cases request requests query queries concern concerns call calls inc ' +
    'solution solutions resolution support help assistance update updates information info details detail feedback kb guidance advice article articles document documents docs knowledge ' +
    'confirmation response reply email mail mails message notes note needful necessary required requested needed steps step action actions troubleshooting troubleshoot basic initial work worked task job ' +
    'remote session control workaround closure close closed closing consent permission approval status attempt attempts attempted time above below attached screenshot ' +
    'everything everyone something anything nothing test tested testing made mandatory successfully success completed complete completion accordingly resolved fixed solved resolve fix ' +
    'side end part team back go ahead again today yesterday soon asap service desk level first second line onsite analysis investigation business usual correct right wait waiting long remote machine question questions number own took regard regards earliest convenience checks check checked verification ' +
    'discussed trick asking asked whether may care visit visited answer answers answered standard query informed told confirmed confirms confirming said says agreed reported automatically itself own needfull needful day days working works live regarding reg respect service services through aware way proper required taken given provided reach reached reference ref satisfaction',
);

/** Words after "advised the user to" that send the user somewhere: the advice is the answer. */
export const SENDING_ON = set(
  'raise submit log contact reach order request approach speak use fill follow apply download visit talk open',
);

/** Verbs that say nothing without the thing that they were done to: "updated the driver", but not "updated". */
export const VAGUE_VERBS = set(
  'corrected repaired updated changed adjusted amended modified configured restored cleared removed eliminated set put moved added opened created raised took taken transferred handed attached linked ' +
    'collected applied recovered made done did ran run sent left booked logged placed passed issued submitted shared implemented executed provided given gave got completed performed carried addressed assigned ' +
    'reassigned delivered edited brought held generated processed registered connected built associated remediated mitigated cured scanned explained invited',
);
/** What belongs to the handling of a ticket and to talking about it: nothing is mended by what is done to these. */
export const HANDLING_WORDS = set(
  'ticket tickets incident incidents case problem problems prb record records change chg task tasks call calls appointment appointments session sessions invite invitation meeting message messages mail mails ' +
    'reminder reminders queue ownership hold pending list known major shift evening night morning trace log logs diagnostic diagnostics speed mbit scan scans tests screenshot screenshots cause situation outage delay ' +
    'reason context background note notes escalation friday monday tuesday wednesday thursday week weekend next best corrective action actions service services setup set system systems request requests ' +
    'question questions front reply no sure everything correctly patience teams phone mobile nobody picked point found fault faults passed declined away shown vendor first floor hours minutes today',
);
