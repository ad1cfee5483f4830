import { quote } from '../text/find.ts';
import type { Modality } from '../text/modality.ts';
import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { Evidence } from '../verdict.ts';
import { rudenessOf } from './courtesy.ts';
import { outrageOf, reactionOf } from './reaction.ts';
import { notDenied, type Said, said } from './said.ts';
import { before, type Talk } from './talk.ts';
import type { Turn } from './turn.ts';

/** `light`: through menus, or a try. `heavy`: it costs the user an hour, or what is on the disk. */
type Weight = 'light' | 'usual' | 'heavy';

const step = (weight: Weight, phrases: readonly string[]) => ({ weight, phrases: phraseSet(phrases) });

/** Kinds of troubleshooting steps, by the words that name them. */
const STEPS: readonly { readonly weight: Weight; readonly phrases: PhraseSet }[] = [
  step('usual', [
    '(restart*|reboot*|power cycle*|power cycling)',
    '(turn|switch|shut) [it] (off|down) and on',
    '(turn|switch) ... back on',
  ]),
  step('usual', ['(clear*|delet*|empty*) ... (cache|cookies|temp|temporary|history)']),
  step('usual', [
    '(take|pull|remove|insert|swap|change|replace) ... (sim|battery|cable|toner|card|port|adapter)',
    '(take|pull) ... out',
    '(put|plug|push) (it|them|the plug) ... in',
  ]),
  step('usual', ['(check*|reseat|swap|unplug|replug|plug) ... (cable*|plug|dock|port|charger|connection)']),
  step('light', ['(sign|log|logg*|signing) [it|them|you] (out|off)', '(signout|logout|logoff)']),
  step('usual', ['(updat*|reinstall*|instal*|uninstall*|roll) ... driver*']),
  step('usual', ['(run|running|install*|do|check for) ... update*', 'update of windows', 'gpupdate']),
  step('usual', ['(private|incognito|another|different) (window|browser|tab|mode)']),
  step('usual', ['(run|running|start|do) ... (scan|diagnostic*|troubleshooter|repair)']),
  step('usual', [
    '(reset|toggle|disable|enable|forget|reconnect) ... (adapter|wifi|network|vpn|settings|add in|profile|bluetooth)',
  ]),
  step('light', ['(choose|press|click|tap|select|go to|navigate|untick|tick|uncheck|switch on|turn on)']),
  step('light', [
    '(open|try|start|launch) (the|your|it|a|outlook|teams|chrome|edge|excel|word|settings|task|control|company|device)',
  ]),
  step('light', ['(sign|log) (back in|in again|on again)', '(close|quit|exit|open|start) ... again']),
  step('heavy', ['(reinstall*|re install*|uninstall*)']),
  step('heavy', [
    '(reimag*|re imag*|rebuild*|factory reset|format|wip*) [(the|your|my|it)] [(laptop|machine|pc|disk|drive|phone|computer|tablet)]',
  ]),
  step('heavy', ['bios']),
  step('heavy', ['(defrag*|chkdsk|disk check|full scan|disk scan)']),
];
/** What is done to a machine because it may help, not because something points to it. */
const TRIED = phraseSet([
  '(restart*|reboot*|reinstall*|uninstall*|install*|reset*|updates|updating|repair*|clear*|delet*|empty|clean|wipe|reimag*|factory|defrag*|format|scan|driver|driver*|drivers|cache|cookies|bios|profile|upgrade|flush)',
  '(sign|log) (out|off) and',
  '(turn|switch) ... (off and on|on again|back on)',
  '(another|different|other) (browser|cable|port|laptop|computer|network)',
  '(take out|change your|buy a|get a new)',
  'update (it|windows|the|your|office|driver*|bios)',
]);
/** The user has told it before. */
const TOLD = phraseSet([
  '(i|we) [(have|had|ve)] (already|just) (told|said|gave|given|sent|answered|mentioned|explained)',
  "(i've|ive|we've) (already|just) (told|said|given|sent|answered|mentioned|explained)",
  '(as|like) (i|we) [(already|have)] (said|told|mentioned|explained|wrote)',
  '(i|we) (told|said) (you|that|this|it) [(already|before|earlier|twice)]',
]);
/** The user has done it before. */
const DID = phraseSet([
  "(i|we|i've|ive|we've) [(have|had|ve)] (already|just) (did|done|tried|restart*|reboot*|checked)",
  '(already|just) (did|done|tried|restarted|rebooted) (that|it|this|so|twice|both)',
  '(i|we) (did|done|tried|have done|have tried) (that|it|this|all that) [(already|twice|before|yesterday|too)]',
  '(restarted|rebooted|tried) [it] (already|twice|three times|several times|before)',
  'already (restarted|rebooted|tried|done|did)',
  '(i|we) [(have|just|already)] (restarted|rebooted|tried|checked) ... (ago|before|already|twice|earlier|yesterday|morning)',
]);
const INSISTS = phraseSet([
  '(again|anyway|nevertheless|once more|one more time|nonetheless)',
  '(just|please) do (it|so|that)',
  '(i|we) need (to see|you to)',
  'you (have|need|must|should) [to] (restart|reboot|do|try|repeat)',
]);
const OBJECTION = phraseSet([
  '(why|what) (do|does|has|would|s) ... (restart*|reinstall*|that|this|it|mouse|driver|need*) ... (do|help|with|got)',
  "(it's|its|that's|thats|it is) (nobody's|not|the) ... (pc|scanner|mouse|laptop|problem|issue)",
  '(nothing|anything) to do with',
  '(this|that) takes (hours|ages|too long|forever)',
  'is there no',
  "(it's|its|that's|this is) (about|not|the one|nobody's)",
  '(it|i|we) (has|have|got) no',
  "(i've|ive|we've|there's|theres) no",
  '(i|we) (will|should|would|can) not',
  '(i said|i told|i wrote|i mentioned)',
  '(before|but) ... i said',
  '(not|nothing) ... (on|in|about|with) (my|the|a|it)',
  "couldn't it be",
  '(i think|i suspect) ... (reason|cause|problem)',
]);

const BESIDE_THE_POINT = phraseSet([
  "(what's|whats|what is|what does|what do|what has|what have) ... to do with",
  '(nothing|not anything) to do with (it|this|that|my|the)',
]);
/** `The mouse driver?`, `For mouse?`, `Because of charging?` */
const ECHO = /^(?:\W{0,3})(?:the|for|because|why|but)\b[^.!?\n]{0,40}\?/i;

/** A step that the agent asks for or takes. */
interface Step {
  readonly weight: Weight;
  readonly said: Said;
}

/** The agent's steps, in the order of the conversation. What is denied ("no need to restart") or mocked is none. */
export function stepsOf(talk: Talk): Step[] {
  const { agent } = talk;
  const mocked = new Set(rudenessOf(talk).map(({ turn }) => turn));
  const meant = agent.filter((turn) => !mocked.has(turn) || turn.passage.sentences.length > 1);
  const steps = STEPS.flatMap(({ weight, phrases }) =>
    said(meant, phrases, ({ negated }) => !negated).map((each) => ({ weight, said: each })),
  );
  return steps.sort((one, other) => one.said.turn.index - other.said.turn.index);
}

/** Words that show that a step or a question was not needed, the telling ones first. */
export function needlessStep(talk: Talk): readonly Said[] | undefined {
  const steps = stepsOf(talk);
  return repeated(talk) ?? objectedTo(talk, steps) ?? heavyFirst(talk, steps) ?? inVain(talk) ?? mockery(talk);
}

/** The user has told it, and is asked all the same; or has done it, and is to do it again. */
function repeated({ user, agent, turns }: Talk): Said[] | undefined {
  const isStated = ({ question, conditional }: Modality) => !question && !conditional;
  const told = said(user, TOLD, isStated).find(({ turn }) => turns[turn.index - 1]?.speaker === 'agent');
  if (told !== undefined) return [told];
  for (const did of said(user, DID, isStated)) {
    const insists = said(agent, INSISTS).find(({ turn }) => turns[turn.index - 1] === did.turn);
    if (insists !== undefined) return [insists, did];
  }
  return undefined;
}

/** The user says right behind a step that it has nothing to do with the issue. */
function objectedTo({ user, turns }: Talk, steps: readonly Step[]): Said[] | undefined {
  const [pointless] = said(user, BESIDE_THE_POINT).filter(({ turn }) => turns[turn.index - 1]?.speaker === 'agent');
  if (pointless !== undefined) return [pointless];
  for (const objection of [...said(user, OBJECTION), ...echoes(user)]) {
    const asked = steps.find((each) => each.said.turn.index === objection.turn.index - 1);
    if (asked !== undefined) return [asked.said, objection];
  }
  return undefined;
}

function echoes(user: readonly Turn[]): Said[] {
  return user.flatMap((turn) => {
    const [sentence] = turn.passage.sentences;
    if (sentence === undefined || !ECHO.test(turn.passage.text)) return [];
    return [{ turn, sentence, evidence: quote(turn.passage, sentence) }];
  });
}

/** Guess upon guess: steps that changed nothing, with no question between them that looks into the issue. */
const MOST_IN_VAIN = 2;

function inVain({ turns, user }: Talk): Said[] | undefined {
  const vain: Said[] = [];
  for (const turn of user) {
    const asked = turns[turn.index - 1];
    if (asked?.speaker !== 'agent') continue;
    const [tried] = said([asked], TRIED, notDenied);
    if (tried === undefined || reactionOf(turn, turns).mood !== 'discontent') continue;
    vain.push(tried);
  }
  return vain.length >= MOST_IN_VAIN ? vain : undefined;
}

/** Steps of an agent who mocks the user are not meant. */
function mockery(talk: Talk): Said[] | undefined {
  const angry = outrageOf(talk);
  if (angry === undefined && rudenessOf(talk).length === 0) return undefined;
  const tried = said(talk.agent, TRIED, notDenied)[0];
  return tried === undefined ? undefined : [tried];
}

/** Hours of work before anything was looked at. */
function heavyFirst({ agent }: Talk, steps: readonly Step[]): Said[] | undefined {
  const [first] = steps;
  if (first === undefined) return undefined;
  const heavy = steps.find((each) => each.weight === 'heavy' && each.said.turn === first.said.turn);
  if (heavy === undefined || questionIn(before(agent, first.said.turn)) !== undefined) return undefined;
  return [heavy.said];
}

/** A question of the agent that looks into the issue: neither a courtesy, nor about who the user is. */
export function diagnosisOf({ agent }: Talk): Evidence | undefined {
  return questionIn(agent);
}

function questionIn(turns: readonly Turn[]): Evidence | undefined {
  for (const { passage } of turns) {
    for (const sentence of passage.sentences) {
      const { isQuestion: asks, words } = sentence.analysis;
      if (
        (asks || ASKS.test(sentence.analysis.text)) &&
        words.folded.length > 1 &&
        sentence.analysis.spans(COURTESY_QUESTION).length === 0
      )
        return quote(passage, sentence);
    }
  }
  return undefined;
}

/** Chats leave the question mark out: `is airplane mode on`, `which model`. */
const ASKS =
  /^(?:(?:which|what|where|is|are|does)\b|(?:do|did|have|has|was) (?:you|it|the|this|that|your|they|others|anyone|anybody)\b)/i;

const COURTESY_QUESTION = phraseSet([
  '(anything|something) else',
  '(can|may|could) i (help|assist)',
  'can i do for you',
  '(may|can|could) i (have|get|know|take) your (name|full|employee|id|number|location|staff|phone|contact|email)',
  '(employee|staff) (id|number|no)',
  'where are you (based|located)',
  'are you there',
  '(how are you|how is it going|how s it going|how is your day|is that ok|is that okay|is that alright|is it ok|shall i|may i|who am i|whats on|what s on|on your mind|what s happening|what happened)',
  '(what|whats|what s) [(is|seems)] [to be] [the] (problem|issue|matter|up)',
  '(does|did|is|has) (it|that) (work*|help*|working|solved|fixed) [(now|again)]',
  '(can|could) you (open|try|log) [it] (again|now|in)',
]);
