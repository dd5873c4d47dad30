/** The status page that is the vendor's own. */
export const PAGE = 'lhn2sb4njk08'

/** Regions, by which texts call the pods 1 and 2. */
export const REGION = /\b(?:us|eu)(?= (?:pod|region|customer))/g

/**
 * A letter and the words it stands for, those first that others begin with. `~` is the rest of a word, `-` a space that
 * may be missing, and a plural goes without saying.
 *
 * - `0` `1` `2` down, failing, delayed; `3` trouble without a face; `h` hit, but not how; `m` for some
 * - `k` works; `n` `j` `s` not, no, nobody; `x` except; `y` `f` `b` take the force out of a good word
 * - `~` ways to reach people: nothing after it is read; `z` causes, times and conditions; `o` other companies
 * - `&` `!` and, but; `p` prepositions; `l` what ends a phrase; `d` makes an "issue" the one already spoken of
 * - `t` `u` `f` may stand between "not" and its verb; `7` `8` `9` this pod, another, every one
 * - from `>` on capabilities, each under its name first: `?` files, which are attachments only in chat; `A` to `H`
 *   channels; `I` what is done to others, which are hit with it; the rest are things
 */
export const WORDS = `~contact~|(?:reach|email|write to|call|chat with) (?:us|out|kustomer)|(?:via|our|the|kustomer) support
.search~ (?:for|of)
x(?:except|excluding|other than|but not|exception is)(?: for)?|neither
zdue to|caused by|because|result of|once|after|before|until|if
kwork(?:ing)?(?! (?:to|on|with|through|around))|(?:be|remain~|now|is|are) (?:available|accessible|online|up|fine|stable)|restored|recovered|operational|un(?:affected|impacted)|healthy|functional|normal|normally
0unavailab~|inaccessib~|outage|offline|(?:is|are|was|be) down|down (?:for|in)
2delay~|laten~|slow~|lag~|backlog|behind|longer|late|degrad~|load~ time
1error|fail~|unable|cannot|unresponsive|stuck|miss(?:ing|ed)|dropp~|crash~|broke~|lost|losing|block~|wrong|freez~|disconnect~|time~-out|prevent~|[45](?:xx|0\\ds)|stop~(?: work~)?
3issue|disrupt~|problem|trouble|difficult~|instabil~
fbe|being|will|getting
ubeen|do|does|did|an?|our|currently|properly|correctly|able
ymay|might|should|beg[aiu]n~|start~|expect~|ensure|so that|only|yet|we|team
msome|most~|intermittent~|partial~|small|subset
nnot|never|no longer|\\w+n['’]t
snobody|no one
jno|without
haffect~|impact~|experienc~|seeing|part of th~|event
pfor|of|via|through|by|on|in|within|from|across|to|with|using|into|over|at|during
lcaus(?:e|ing)|mak~|including|such as|when|where
&and|or|which|while
!but|however|though|although
ovendor|provider|carrier|third party|partner|aws|twilio|pubnub
dany|further|additional|this|these|such
tis|are|was|were|has|have|can|could
9(?:all|every)(?: \\w+)? (?:pod|prod|environment|region)
binbound|outbound|new|existing
7_7
8_8
>platform
@attachments|attach~
?image|pdf|file|photo|picture|document|upload~
Jlogin|(?:log|sign)~-in(?:to)?|sso
Kweb-client|web-app
Ltimeline
Nworkflow
Qwebhooks|(?:web/email/form |web-)?hook
Oassistants|assistant|ai|bot|openai
Papi
Rknowledge-base|kb|help center
Snotifications|notification
Tcsat|survey
Uanalytics
Vexports|export~
Wbulk-jobs
Xtracking
Yregistration
Zaudit-log
Msearch|search~
Irouting|routed?
Achat|all (?:messaging )?channel
Bemail|mail
Csms
Dwhatsapp
Efacebook
Finstagram
Gtwitter
Hvoice|voice~|call~`
