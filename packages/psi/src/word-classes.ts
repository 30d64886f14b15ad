// The closed classes of English, as sets of words: what phrasing, weak forms and heteronyms look at around a word.
/** "a b c" → the set of these words. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const determiners = wordSet(
  'a an the this that these those my your his her its our their some any every each no another what which both',
)
export const subjects = wordSet("i you he she it we they who there i'd you'd we'd they'd he'd she'd")
export const thirdPersons = wordSet('he she it who that which')
export const objects = wordSet(
  'me you him her it us them this that these those myself yourself himself herself itself ourselves themselves one',
)
export const modals = wordSet(
  "to will would can could shall should may might must do does did don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't " +
    "let's i'll you'll he'll she'll it'll we'll they'll gonna wanna gotta hafta please helps",
)
/** Forms after which a verb stands as a participle. */
export const havings = wordSet("have has had having i've you've we've they've haven't hasn't hadn't")
export const beings = wordSet(
  "am is are was were be been being i'm you're he's she's it's we're they're that's isn't aren't wasn't weren't get gets got getting ain't",
)
export const auxiliaries = wordSet(
  "is are am was were do does did have has had will would can could shall should may might must isn't aren't wasn't weren't don't doesn't " +
    "didn't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't ain't",
)
export const prepositions = wordSet(
  'of in on at by for from with about into onto through over under after before between without against during among within across ' +
    'behind beyond near since until toward towards upon off around above below beside besides despite inside outside along past per via',
)
export const conjunctions = wordSet(
  'and but or nor so yet because although though while whereas unless if when whenever until since',
)
export const relatives = wordSet('which who whom whose that where')
export const questionWords = wordSet(
  "what who whom whose where when why how which what's who's where's when's why's how's what're where're how'd what'll who'll whatcha",
)
/** They may stand between an auxiliary and its verb without changing what the verb is. */
export const adverbs = wordSet(
  "not never always often just also still already really even ever only soon now then sometimes usually probably maybe actually almost n't all " +
    'both better rather simply quickly finally recently',
)
/** Who may be called in the midst of a sentence: "…, boss?" */
export const vocatives = wordSet(
  'boss chat guys everyone everybody anyone anybody folks friend friends buddy dude man honey dear sir madam kids people team babe sweetie mate ' +
    'bro girl girls boys sis mom dad ladies fam gang lads darling',
)

const closedClasses = [
  adverbs,
  auxiliaries,
  beings,
  conjunctions,
  determiners,
  havings,
  modals,
  objects,
  prepositions,
  questionWords,
  subjects,
]
/** Words that hold a sentence together; no name of a thing begins with one. */
export const isClosedClass = (word: string): boolean => closedClasses.some((words) => words.has(word))
