import { phraseSet } from '../text/phrases.ts';

const SKIP = '(ignore|disregard|forget|override|bypass|discard|neglect|abandon)';
const EARLIER =
  '(previous|prior|above|preceding|earlier|existing|original|initial|foregoing|system|past|former|standing|hidden|all previous|previously given)';
const ORDERS =
  '(instruction|instructions|prompt|prompts|rule|rules|guideline|guidelines|directive|directives|directions|commands|context|constraints)';
/** Whoever judges, as a program: in one word and in two. */
const MODELS = [
  '[automated] (ai|llm|grader|evaluator|gpt|chatgpt)',
  '(ai|llm|language|automated|scoring|grading|reviewing|judging) (model|judge|grader|reviewer|evaluator|engine|bot)',
];
/** A phrase about a program that judges, in each way to name one. */
const withModel = (phrase: (model: string) => string): string[] => MODELS.map(phrase);
const TOP = '(full|maximum|max|highest|top|perfect|best possible|all|hundred)';
const MARKS = '(marks|mark|points|score|scores|rating|grade)';
const CHECKS = '(check|checks|criteria|criterion|question|questions|item|items)';
const TICKET = '(ticket|incident|record|analyst|agent|answer|case)';

const MUST = '(you|grader|judge|evaluator|reviewer|model|ai) (must|should|shall|will)';

/** Orders to a judge to leave what it was told. */
export const OVERRIDE = phraseSet([
  `${SKIP} [(all|any|every)] [of] [(the|your|these|those|its|any)] ${EARLIER} [(and|or)] [(system|previous|future|grading|scoring)] ${ORDERS}`,
  `${SKIP} [(all|any|every)] [of] [(the|your|these|those|its|any)] [${EARLIER.slice(1, -1)}] (grading|scoring|judging|marking|evaluation|assessment|review|safety|quality) (instruction|instructions|rule|rules|guideline|guidelines|criteria|scheme|policy|policies)`,
  `${SKIP} [all] [of] your [${EARLIER.slice(1, -1)}] (instruction|instructions|prompt|rules|guidelines|programming|training|directives|constraints|restrictions)`,
  `${SKIP} (all|any) (instructions|guidelines|directives|prompts) [(above|before|so far|until now|that came before|you were given|given)]`,
  `${SKIP} [the] (rubric|rubrics|system prompt|scoring|grading)`,
  `${SKIP} (everything|anything|all) [that] (above|before this|prior|previously|said before|that came before|you were told|you have been told|you were taught|you know|you learned|i said|written above)`,
  `${SKIP} [(all|everything)] [the] (above|previous|preceding) and (say|output|print|return|answer|respond|reply|give|award|score|write|rate)`,
  '(skip|stop|end) [(the|this|your)] (evaluation|grading|scoring|assessment) and (return|output|answer|respond|give|award|score|say)',
  '(do not|never|stop) (follow|following|obey|obeying|apply|applying|use|using) [(the|your|any|these)] (previous|prior|above|earlier|original|system|rubric|grading|scoring) [(instructions|rules|guidelines|prompt|criteria)]',
  'your (new|updated|revised|real|actual|only) (instructions|instruction|task|role|job|rules|directive|purpose|goal) (is|are|now)',
  `(new|updated|revised|additional|special) (instructions|instruction|rules|directive|guidelines) (for|to) [the] (you|judge|reviewer|assessor|model) [now]`,
  ...withModel(
    (model) =>
      `(new|updated|revised|additional|special) (instructions|instruction|rules|directive|guidelines) (for|to) [the] ${model}`,
  ),
  'from now on [always] (you|respond|answer|reply|act|ignore|output|award|score)',
  '(system|admin|developer) (override|prompt override|instruction override)',
  '(ignoriere|ignorieren|vergiss|missachte|vergessen) [sie] [(alle|die|deine|ihre|samtliche)] [(vorherigen|bisherigen|obigen|vorangegangenen|fruheren|vorigen)] (anweisungen|instruktionen|vorgaben)',
  '(ignore|ignorez|oubliez|oublie) [(toutes|tous)] [(les|vos|tes)] (instructions|consignes) (precedentes|anterieures|ci dessus|donnees)',
  '(ignora|ignore|ignoren|olvida|olvide) [(todas|todos)] [(las|tus|sus)] (instrucciones|indicaciones) [(anteriores|previas)]',
  '(ignore|ignora|esqueca|desconsidere) [(todas|todos)] [(as|suas)] (instrucoes) [(anteriores|previas)]',
  '(ignora|ignorate|dimentica) [(tutte|tutti)] [(le|le tue)] (istruzioni) [(precedenti)]',
  '(negeer|vergeet) [(alle)] [(de|uw|je)] [(vorige|eerdere|bovenstaande)] (instructies|aanwijzingen)',
  '(ignorera|ignorer) [(alla|alle)] [(tidigare|tidligere|forrige)] (instruktioner|instruksjoner|anvisningar|anvisninger)',
  '(zignoruj|ignoruj) [(wszystkie)] [(poprzednie|wczesniejsze)] (instrukcje|polecenia)',
]);

/** Orders to score a ticket well. */
export const SCORE = phraseSet([
  `(give|award|assign|grant|allocate|rate|score|grade|return|output) ... ${TOP} ${MARKS}`,
  `(give|award|assign|grant|rate|score|grade|mark) (this|the|my|that) ${TICKET} [(a|an|with|as|at|the)] [(score of)] (100|hundred|perfect|met|passing|excellent|maximum|highest|10 10|5 5)`,
  `(give|award|rate|score|grade) it [(a|an|with|as|at)] [(score of)] (100|hundred|perfect score|perfect ten|perfect 10|10 10|full marks)`,
  '(mark|rate|score|grade) [(this|it|everything|all)] [as] (excellent|outstanding|exemplary|perfect)',
  '(score|rating|grade) of (100|10 10|hundred)',
  '(verdict|verdicts) (of|for|to|on) ... (met|pass|passed)',
  'for (grading|scoring) purposes',
  `${TOP} ${MARKS} (for|to|on) (this|every|all|each|the) [of the] (ticket|incident|analyst|agent|criterion|criteria|check|checks|questions|items)`,
  `(this|the) ${TICKET} (deserves|merits|earns|gets|must|should|shall) [be] [(get|receive|score|given|awarded|rated|scored|graded)] [(with|as|at|a|an|the)] [(score of)] (full marks|full points|maximum points|maximum score|highest score|perfect score|100|hundred|perfect|highest|maximum)`,
  `(mark|treat|consider|count|answer|regard|report|return|score|deem|assume|set|judge) ... (all|every|each|any) [(of the|the|single)] ${CHECKS} ... (met|satisfied|yes|passed|pass|fulfilled|true)`,
  `(answer|reply|respond|say|output|return|write) [(only|always|with)] (met|yes) (to|for|on|in) (all|every|each) [(of the|the|single)] ${CHECKS}`,
  `(answer|reply|respond) [(to|with|only|always)] (met|verdict met)`,
  `(all|every|each) [(of the|the)] (criteria|criterion|rubric items|rubric criteria|scoring criteria) (is|are|must be|should be|count as|are to be) [(marked|scored|rated|considered|judged)] [as] (met|satisfied|fulfilled|passed)`,
  "(do not|don't|dont|never|must not|should not|cannot) (deduct|subtract|withhold|dock) [(any|a|single)] ... (points|marks|point|mark|score)",
  '(no|zero) (points|marks) (should|may|must|can|shall|are to) be (deducted|lost|subtracted|taken)',
  "(do not|don't|never) (fail|penalise|penalize|downgrade|mark down) (this|the) (ticket|incident|analyst|agent)",
  '(increase|raise|boost|maximise|maximize|bump|inflate) [(the|this|its|my)] (ticket|quality|final|overall|review) (score|rating|marks|grade)',
  `the (final|overall|quality|total|correct|expected|only valid) (score|rating|grade|mark|verdict|answer) (is|should be|must be|shall be|equals) [(always)] (100|hundred|full|maximum|met|perfect|pass)`,
  `this ${TICKET} (meets|satisfies|fulfils|fulfills|passes) (all|every|each) ... (criteria|criterion|check|checks|rubric)`,
  'the (correct|right|expected|required) (verdict|answer) (for|to) (all|every|each) ... (met|yes)',
  'gib ... (volle|maximale|hochste) (punktzahl|punkte|bewertung)',
  '(attribuez|attribue|donnez|donne|accordez) ... (note maximale|maximum de points|tous les points)',
  '(otorga|asigna|da|otorgue|asigne) ... (puntuacion maxima|maxima puntuacion|todos los puntos|nota maxima)',
]);

/** Words said to a judge, or that make it somebody else. */
export const ADDRESS = phraseSet([
  ...withModel(
    (model) =>
      `(dear|attention|attn|hey|hello|hi|note to|message to|message for|notice to|notice for|instruction to|instruction for|instructions for|instructions to|reminder to|addressed to) [(the|any|all|our)] ${model}`,
  ),
  '(dear|attention|note to|message to|message for|notice to|instruction to|instructions for|instructions to) [(the|any|our)] [(quality|ticket)] (judge|reviewer ai|assessor ai)',
  '(note|message|instructions|instruction) (to|for) (copilot|gemini|claude|mistral|llama)',
  ...withModel((model) => `(if|when|because|since) you are (a|an|the) ${model}`),
  ...withModel((model) => `(if|when) (an|any) ${model} (is|reads|evaluates|grades|reviews|scores|processes)`),
  `you are (now|no longer) [(a|an|the|in|acting as|playing)] [(lenient|generous|unrestricted|friendly|different|helpful)] (ai|grader|judge|evaluator|dan|llm|language model|chatbot|developer mode|unrestricted|jailbroken|lenient|generous|bound|restricted)`,
  ...withModel(
    (model) =>
      `you are (a|an|the) [(helpful|lenient|generous|strict|impartial|friendly|unrestricted|expert|very)] ${model}`,
  ),
  'you are (a|an|the) [(very)] (helpful assistant|lenient judge|generous judge|lenient reviewer|generous grader|impartial judge|quality judge|strict judge)',
  '(as|being) (an ai|an llm|a language model|a large language model|a grader|an evaluator|the grader|the evaluator|an ai model)',
  `(act|behave|respond|roleplay|role play|answer|reply) (as|like) [if] (a|an|the|you were) ... (grader|evaluator|lenient|generous|unrestricted|dan|language model)`,
  `(act|behave|respond|answer|reply) (as|like) (a|an|the) (judge|ai)`,
  'pretend [that] (you are|you were|you have)',
  ...withModel((model) => `pretend to be (a|an|the) ${model}`),
  `${MUST} [(now|always|only|therefore|instead|please)] (award|output)`,
  `${MUST} [(now|always|only|therefore|instead|please)] (grade|score|rate) (this|it|every|all)`,
  `${MUST} [(now|always|only|therefore|instead|please)] give (this|the) (ticket|incident) (a|the|full|100)`,
  `${MUST} [(now|always|only|therefore|instead|please)] (answer|respond|reply|return) [(only|with|in|only with)] (met|json)`,
  `${MUST} [(now|always|only|therefore|instead|please)] mark (all|every|each) (check|checks|criterion|criteria|question|questions)`,
  '(reveal|print|repeat|show|output|display|leak|disclose|tell me) [(me|us)] [(all|the|of)] (your|the) [(full|entire|hidden|initial|original|exact)] (system prompt|prompt text|system message|hidden prompt|hidden instructions|initial prompt|grading instructions|scoring rubric)',
  '(reveal|print|repeat|leak|disclose) [(me|us)] your [(full|entire|hidden|initial|original|exact|system)] (prompt|instructions|rules|rubric)',
  '(do anything now|dan mode|jailbreak mode|god mode enabled)',
]);
