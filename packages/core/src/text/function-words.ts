/** Words that say nothing about an issue: grammar, courtesies, and the vocabulary of logging a call. */
const FUNCTION_WORDS = new Set(
  (
    'a an the and or but so if then than that this these those it its he she they them him her his hers their i me my we us our you your who which what when where why how ' +
    'is are was were be been being am do does did done has have had having can could will would shall should may might must to of in on at by for from with without into onto over under up down out off about as via per ' +
    'not no nor cannot again also still only just very too now here there all any some each both same other more most yes ' +
    'user users caller callers customer employee colleague agent called calls call calling contacted contacts contacting chat chatted reported reports reporting stated states stating says said mentioned informed advised regarding assistance assist help helped issue issues problem problems request requests requested requesting ' +
    'identity security question questions answer answered badge employee emp staff full check checked correct correctly profile record records match matched ' +
    'hope doing well good morning afternoon evening portal raised logged via through hand back callback call ' +
    'push approved accepted verify same short description above below details see reach reached reachable one two three four five six seven eight nine zero ' +
    'contact number phone mobile given provided office home wfh wfo remote location okta mfa validated verified validation name id email ticket incident service desk ' +
    'hi hello dear team please kindly thanks thank regards pls'
  ).split(' '),
);

/** Whether a folded word says nothing about an issue. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
