/** How a verb of action stands in a note. Where past and base form are alike (`reset`), it counts as past. */
export type VerbForm = 'past' | 'gerund' | 'base';

/** Verbs that say by themselves what was done to something. Those with `re` before them are known by the plain verb. */
const REGULAR = (
  'unlock restart reboot install uninstall configure enable disable replace exchange clear clean delete remove add assign grant create ' +
  'update upgrade downgrade patch change modify amend adjust correct edit rename move migrate transfer copy import export merge extend increase ' +
  'expand reduce raise lower release block unblock whitelist blacklist allowlist share connect disconnect pair unpair join unjoin ' +
  'enrol enroll register deregister unregister activate deactivate provision deprovision deploy push roll revert restore recover ' +
  'repair image format wipe erase purge flush empty archive compress sync synchronise synchronize refresh renew revoke rotate ' +
  'generate issue order deliver dispatch collect switch reseat mount unmount attach detach cable toggle tick untick plug unplug swap map unmap ' +
  'mute unmute turn cycle bounce kill terminate launch execute apply point redirect route forward escalate hand pass publish unpublish fit ' +
  'license licence encrypt decrypt suspend resume unfreeze free defrag tune optimise optimize calibrate align tighten solder quarantine pin unpin ' +
  'isolate remediate mitigate onboard offboard subscribe unsubscribe link unlink associate bind customise customize convert ship ' +
  'submit populate upload download load unload initialise initialize trust authorise authorize compile promote substitute loan refill ' +
  'bypass exempt exclude permit restrict limit tweak trim truncate compact index wire crimp label hotfix build write hide unhide ' +
  'transport customize flash shred lift scrub reseat relocate rehome repoint retarget requeue reprocess resend resubmit retrigger trigger relaunch recycle reprovision resync reindex remap rename renumber resize ' +
  'lubricate clean dust degauss descale vacuum glue splice terminate patch reroute bridge trunk tag untag allocate reallocate reclaim deallocate reserve vacate preload prefill parse normalise normalize deduplicate consolidate ' +
  'decommission recommission commission rack unrack mirror replay repost alter extract prolong exclude retract realign replicate snapshot stage unstage promote demote elevate delegate undelegate impersonate federate defederate reissue bump kill prune'
).split(' ');

/** Verbs that double their last letter. */
const DOUBLING = new Set('swap plug unplug map unmap ship fit pin unpin transfer trim enrol label submit'.split(' '));

/** Past forms that follow no rule, and those of terse notes. */
const IRREGULAR_PAST = (
  'reset resetted resent posted rolledback set put cut rebuilt rewrote undid redid shrunk overwrote unfroze hid unhid rescheduled setup bound rerun reran redone ' +
  'unlckd unlkd rst instld reinstld uninstld rplcd replcd updtd cleard clrd rmvd dltd cfgd cnfgd'
).split(' ');

const IRREGULAR_GERUNDS = 'resetting setting putting cutting rebuilding rewriting undoing'.split(' ');

const FORMS = formsOf();

/** The form of a verb of action; undefined for every other word. */
export function verbForm(word: string): VerbForm | undefined {
  const known = FORMS.get(word);
  if (known !== undefined || !word.startsWith('re')) return known;
  return FORMS.get(word.slice(2));
}

function formsOf(): ReadonlyMap<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  for (const verb of REGULAR) {
    const stem = DOUBLING.has(verb) ? verb + verb.slice(-1) : verb.replace(/e$/, '');
    forms.set(verb, 'base');
    forms.set(`${stem.replace(/([^aeou])y$/, '$1i')}ed`, 'past');
    forms.set(`${stem}ing`, 'gerund');
  }
  for (const verb of IRREGULAR_PAST) forms.set(verb, 'past');
  for (const verb of IRREGULAR_GERUNDS) forms.set(verb, 'gerund');
  return forms;
}
