/** Marks of a prompt and of a judge's answer. Every repetition is bounded. */
const ROLE_TAGS: readonly RegExp[] = [
  // <|im_start|>, <|system|>, <|endoftext|>
  /<\|\s?\/?[a-z_]{2,24}\s?\|?>/gi,
  /\[\/?INST\]|<<\/?SYS>>|<\/?(?:system[-_ ]?prompt|instructions?|ticket|rubric|assistant|grader|judge)\s?>/gi,
  /<system>(?=[^<]{0,120}\b(?:you|ignore|must|instruct\w*|grade|score|award)\b)/gi,
  /\[(?:system|developer|admin)[ _-]?(?:prompt|override|instructions?)\]/gi,
  /^[ \t]{0,8}#{2,6}[ \t]{0,3}(?:system|instruction|assistant|response|system prompt|new instructions?)[ \t]{0,3}:?[ \t]{0,3}#{0,6}[ \t]{0,3}$/gim,
  /^[ \t>]{0,8}(?:system|developer|admin)[ \t]{0,3}:[ \t]{0,3}(?=.{0,20}\b(?:override|new instructions?|directive|the grader|grading|scoring|you are (?:a|an|the|now)|from now on)\b)/gim,
  // --- END OF TICKET ---
  /^[ \t]{0,8}[-=#*_]{3,}[ \t]{0,3}(?:end|begin|start)[ \t]{1,3}(?:of[ \t]{1,3})?(?:the[ \t]{1,3})?(?:ticket|prompt|system (?:prompt|message)|instructions?|untrusted (?:data|text|content|input)|user input|ticket (?:data|text))[ \t]{0,3}[-=#*_]{3,}/gim,
];
const ANSWERS: readonly RegExp[] = [
  // {"verdict": "met"}, verdict: met
  /["'`]?\b(?:verdict|level[_-]?id)\b["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?:met|not[-_ ]met|not[-_ ]applicable|cannot[-_ ]assess|pass(?:ed)?|full|excellent|complete|100)\b/gi,
  /["'](?:answer|result|status|outcome|grade|rating|check|value|score|level)["']\s{0,3}:\s{0,3}["'](?:met|not[-_]met|not[-_]applicable|cannot[-_]assess|full[-_ ]marks)["']/gi,
  /["'](?:score|grade|rating|points|marks|percent)["']\s{0,3}:\s{0,3}["']?(?:100|10\/10|5\/5|max(?:imum)?|full)\b(?=[^{}]{0,200}["'](?:reason|rationale|verdict|criterion|criteria|quote|checks?|level|evidence)["'])/gi,
  /["'](?:reason|rationale|verdict|criterion|criteria|quote|checks?|level|evidence)["'][^{}]{0,200}["'](?:score|grade|rating|points|marks|percent)["']\s{0,3}:\s{0,3}["']?(?:100|10\/10|5\/5|max(?:imum)?|full)\b/gi,
  /<(?:verdict|score|grade|answer)>\s{0,3}(?:met|not-met|100|full|pass|10\/10)\s{0,3}<\//gi,
];

/** What an expression of this module finds. */
export const PATTERNS: readonly { readonly kind: 'role' | 'answer'; readonly pattern: RegExp }[] = [
  ...ROLE_TAGS.map((pattern) => ({ kind: 'role', pattern }) as const),
  ...ANSWERS.map((pattern) => ({ kind: 'answer', pattern }) as const),
];

/** Orders written letter by letter, without the spaces. */
export const SPELT_OUT =
  /(?:ignore|disregard|forget|override)(?:all|any|the|your|of|previous|prior|above|earlier|these|those)*(?:instruction|prompt|rule|guideline|rubric)|(?:award|give|assign|grant)(?:this|ticket|it|me|a|the)*(?:full|maximum|max|perfect)(?:marks|points|score)|fullmarks|verdict(?:is)?met|systemprompt/;
