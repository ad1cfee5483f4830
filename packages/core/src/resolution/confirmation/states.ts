import { phraseSet } from '../../text/phrases.ts';

/** It works, for whomever: words that say so by themselves. */
export const WORKS = phraseSet([
  '(works|work|working|worked|success|wrking|wrkng|wrkg|wkg|wkng|wokring|workin|resolved|fixed|solved|rectified|sorted|successful|successfully|succesfully|satisfied|restored|gone|visible|stable)',
  '(ok|okay|fine|good|gud|great|perfect|alright|happy|hapy|content|perfectly|smooth|smoothly|online|back|quiet|readable|delighted|pleased|spot on|all set|nicely|flawlessly|flawless|brilliant|excellent|wonderful|lovely|super|properly|correctly|normally)',
  'able to',
  '(can|could) [(now|again|finally|also)] (now|again|access|see|log|login|open|print|connect|work|sign|hear|join|send|receive|enter|save|view|read|play|reach|find)',
  'can [now] use ... (now|again)',
  'can now',
  '(no|without) [(any|more|further)] (issue|issues|problem|problems|error|errors|echo|trouble|delay|lockouts|complaints|recurrence)',
  'no (longer|more|further)',
  "(not|isn't|isnt|doesn't|doesnt) [(facing|having|getting|seeing|experiencing|receiving|occurring|there)] [(any|the|this|that|it)] [(more|further|same)] (issue|issues|error|errors|problem|problems|message|pop up|popup|anymore|any more)",
  'as (expected|it should|they should|before|usual|normal|intended)',
  'not (reoccurred|recurred|happened|occurred|come back|returned)',
  'confirming (resolution|the fix|fix|it)',
  'looks good',
  '(did|does|do) the (trick|job)',
  '(managed|manages) to',
  '(succeeded|succeeds)',
  'up [and] running',
  '(got|has|have) [now] access',
  '(sees|gets|receives|hears|heard|prints|opens|opened|connects|charges|loads|runs|moves|went|came|has) [(it|them|all|his|her|the)] [(now|again|through|up|out|all|full|everything|them|picture)] (now|again|through|up|out|all|full|everything|bars)',
  'it goes',
  'has ... she needs',
  'no more',
]);
/** Trouble that is no more: "without a crash", "never dropped", "stopped flickering". */
export const NO_TROUBLE = phraseSet([
  '(no|without|zero|w o|free of|nor) [(any|a|an|more|further|another|single|such|the|new|stuck|visible|same|other)] (drop|drops|dropout|dropouts|crash|crashes|error|errors|message|messages|popup|popups|pop up|pop ups|prompt|prompts|hitch|hitches|issue|issues|trouble|problem|problems|warning|warnings|lockout|lockouts|delay|delays|freeze|freezes|lag|echo|noise|flicker|flickering|interruption|interruptions|disconnect|disconnects|disconnection|disconnections|hang|hangs|hiccup|hiccups|stutter|stuttering|fault|faults|alert|alerts|complaint|complaints|jam|jams|streaks|stripes|lines|loop|loops|failure|failures|glitch|glitches|difficulty|difficulties|keys|reboots|timeouts|timeout|buzz|buzzing|snag|snags|incident|occurrence|recurrence|cuts)',
  "(never|not|hasn't|haven't|didn't|doesn't|has not|did not|does not|no longer) [(once|even|yet|been|any)] (dropped|drop|drops|crashed|crash|crashes|froze|frozen|freeze|freezes|hung|hang|hangs|happened|happen|happens|returned|return|come back|came back|reappeared|reappear|recurred|occurred|occur|kicked|disconnected|disconnect|disconnects|locked|flickers|flicker|flickered|stuck|looping|loops|lagging|stutters|beeps|beeping|jams|jammed|thrown|kicks|prompts|prompted|asked for|asks for|shows the|appears)",
  'without being (kicked|logged|thrown|prompted|asked|disconnected|locked)',
  "(hasn't|has not|haven't|hadn't) had (it|any|one|the|that|this) ... since",
  'nothing [(is|was|has been|of it)] (lost|missing|stuck|wrong|was lost)',
  '(stopped|ceased|quit) (flickering|freezing|crashing|dropping|popping|beeping|looping|appearing|lagging|buzzing|asking|prompting|disconnecting|hanging|rebooting|restarting|stuttering|coming)',
  '(disappeared|vanished|gone|went away|cleared up)',
  'not ... (any longer|anymore|any more)',
  '(issue|issues|problem|problems|error|errors|trouble|message|fault|symptom|noise) [(has|have|is|are|was|were|been|now|got)] [(been|now|no)] (gone|resolved|fixed|solved|disappeared|vanished|sorted|cleared|rectified|history|longer)',
  "(issue|problem|error|it) (does not|did not|has not|hasn't|doesn't|didn't) (occur|occurred|happen|happened|come|appear|appeared|recur|recurred)",
]);
/** What things do, and how they are, when they work. A sign only after something was done, or where it is said to be so now. */
export const RUNS = phraseSet([
  '(run|open|load|ring|print|appear|show|sync|connect|boot|start|arrive|sends|runs|ran|running|opens|loads|rings|ringing|prints|printing|appears|appeared|shows|displays|syncs|syncing|connects|boots|starts|stays|stayed|holds|held|plays|arrives|arrived|arriving|sends|charges|scans|reads|launches|responds|reacts|behaves|flows|flowing|updates|refreshes|moves|turns|tracks|saves|finds|streams|dials)',
  '(up|there|right|correct|normal|normally|faster|quicker|quick|fast|clean|clear|crisp|green|reachable|accessible|straight|steady|smoother|healthy|bright|loud|sharp|available|present|complete|inside|possible|shown|listed|quickly|instantly|picture|connected)',
  '(is|are) (mapped|there|listed|shown|recognised|recognized|registered|detected|connected|enabled|saved|populated|available|present|synced|updated|in)',
  'in (again|since|now)',
  '(came|comes|come|went|goes|go|got|gets|going|is|are|was|were) [(straight|all|right)] (up|back|through|out|in|on|live)',
  '(has|sees|gets|got|hears|finds|receives|reads|stores|keeps|enters|uses|opens|prints|sends|has been using|have been using)',
]);
/** What things did, or what was done to them. */
export const RAN = phraseSet([
  '(opened|loaded|printed|showed|displayed|synced|connected|booted|started|played|sent|charged|scanned|launched|accepted|saved|received|delivered|rang|lit|passed|posted|certified|signed|logged|searched|found|joined|reached|uploaded|downloaded|succeeded|passed)',
]);
/** It is so now, or since something was done. */
export const BY_NOW = phraseSet([
  '(now|again|since|meanwhile|in the meantime|afterwards|at once|straight away|straight after|right away|immediately|instantly|at last|finally)',
  '(first|1st) (go|try|time|attempt)',
  '(all|every) (morning|day|week|afternoon)',
  'so far',
  'after (the|that|this|our|we|i)',
  'as (it|they) should',
]);
/** Told of the analyst and the user at one time. */
export const TOGETHER = phraseSet([
  '(with|having) (me|us|agent|analyst|tech|technician|engineer) (on|in|at|watching|connected|beside|there|still|next|listening)',
  '(while|as|when) (i|we|agent|analyst|tech|technician|engineer|both) [(was|were|am|are|had|both|all|still)] [(still|both)] (stayed|stood|watched|sat|on|in|connected|there|waited|remoted|looked|listened|spoke|talked|held|stay|stand|watch|wait|remained|beside|next|present|at|together|looking|watching)',
  '(had|let|got|made|watched|saw|heard|seen|helped) [the] (user|usr|caller|customer|client|him|her|them|employee|eu|cx|requester)',
  '(session|call|chat|meeting|test|screenshare|teams) with',
  'while (on|still on|in) [(the|a)] (call|phone|line|session|chat|remote)',
  '(stood|sat|stayed|waited|watched) (beside|next|with|by|on|at|and|as|while|him|her|them)',
  '(in front|in presence|in the presence) of',
  '(together|jointly|along) with',
  '(during|in) [(the|our|a)] (call|session|remote session|screen share|screenshare|teams call)',
  '(live|on the spot|there and then|in front of me|in front of us|before my eyes|over my shoulder)',
  "(on|at|from|in) (his|her|their|user's|users|the user's|caller's|usr) (screen|side|end|own)",
  '(tested|checked|verified|tried|retested|test|confirmed) ... (with|w|by|in presence of)',
]);
/** It does not, or not yet. */
export const PERSISTS = phraseSet([
  'still',
  'persist*',
  '(partially|partly|unhappy|unstable)',
  'only half',
  "(not|isn't|isnt|wasn't|doesn't|does not|is not|was not|never|didn't|did not) [(yet|been|fully|completely|very)] (resolved|fixed|working|work|works|solved|able|ok|good|sorted|happy|satisfied|help|confirm|confirmed)",
  "(cannot|can't|cant|couldn't|unable|won't)",
  "(haven't|hasn't|have not|has not|not|never) been able",
  "(don't|doesn't|do not|does not) (seem|appear|look)",
  '(is|are|am) [(still|now|currently)] working (with|on)',
  "(aren't|isn't|are not|is not) [(all|yet|being|fully)] (syncing|loading|printing|opening|connecting|showing|updating|responding|starting)",
  '(has|it|issue|problem) (reoccurred|recurred)',
  '(remains|came back again|same issue|same error|same problem|fails|failed|once and then)',
  'but (not|no|another|same|still)',
  'however',
  'until (then|it|the)',
  '(stopped|stops|ceased) (working|responding|printing|syncing)',
  'used to',
  'same as before',
  '(nothing|little) [has] changed',
  'no (improvement|change|difference|effect)',
  '(one|two|some|part|half|most|none) of [(the|them|it|his|her)]',
  '(except|apart from|all but|folders only|partly only)',
]);
/** What speaks against a mere sign that it works. */
export const TROUBLE = phraseSet([
  '(nobody|noone|no one|error|errors|slow|slowly|slower|fails|failing|failed|failure|crash|crashes|crashed|freezes|froze|hangs|stuck|missing|wrong|wrongly|sometimes|occasionally|intermittent|intermittently|only|except|apart|unless|but|although|though|issue|issues|problem|problems|trouble|stutters|drops|dropped|blank|broken|blocked|denied|invalid|expired|nothing|lost|because|due|every time|each time|keeps|locked|lockout|phishing|malicious|suspicious|spam|crashing|mistake)',
  '(when|as soon as|if) (he|she|they|opening|trying|the user|user|it)',
  '(not|never|cannot|cant|unable|nor|none|yet|neither)',
  "(can't|doesn't|isn't|won't|didn't|hasn't|wasn't|aren't|couldn't|don't|weren't|haven't)",
]);
/** It works only in part, not for the user, or is no fact. */
export const PARTIAL = phraseSet([
  '(only|hopefully|negative|unsuccessfully|infected|tomorrow|slow|slower|slowly|sluggish)',
  '(so that|in order to|without success|no success|in vain|not for|from monday|next week|for him part)',
  'before (the|it|this|that|last|he|she|they|user)',
  '(assume|assuming|assumed|presumably|suppose|guess|probably|voicemail|voice mail|vm|wrong)',
  'how (he|she|they|to|user|the)',
  '(everybody|everyone|anybody|all) else',
  '(happy|ok|okay|fine|satisfied|content|good|cool) (to|with) (wait|waiting|use|using|live|living|keep|keeping|the delay|the explanation|the answer|this information|the information|that)',
  '(happy|pleased) about',
  'understood [(the|it|that|and)]',
  '(from|on|at) (our|my) (side|end|machine|pc|own|laptop|test|phone|extension)',
  '(by|for) (me|us)',
  '(fine|ok|okay|works|opens|working) here',
  '(others|other users|other colleagues)',
  '(no longer|not|never) (need|needs|needed|required|require|requires|want|wants)',
  "(doesn't|don't|didn't) (need|want|require)",
  '(another|other) (way|ticket)',
  '(by mistake|by accident|accidentally|mistakenly|wrongly)',
  '(issue|problem|error|errors|drops|fault|noise|message|messages|symptom) (came|is|are|was|were|has come) back',
  '(he|she|they|user|usr|caller|who) (works|working|work|worked) (from|at|in|for|remotely|as)',
  '(is|are|was) working (from|at|remotely)',
  'back (at|from|in the office)',
  'can [now] be (contacted|reached|called|found|wiped|collected)',
  '(should|may|might|would|supposed to|ought to) [(now|again)] (be|now|work|have|see|log|open|use|run|print|connect)',
]);
/** Closing, which is agreement, not confirmation. */
export const CLOSING = phraseSet([
  '(close|closed|closing|closure|cancel|resolve|resolving)',
  'ticket (can|may) be resolved',
  '(keep|keeping|leave|leaving|kept|left|remain) ... open',
]);
