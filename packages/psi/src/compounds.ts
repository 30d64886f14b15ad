// Two words in a row flow in; whether they are one name for one thing, stressed on the first ("chat room"), flows out.
import { isClosedClass, wordSet } from './word-classes'

/** Second parts that seldom carry the stress. */
const heads = wordSet(
  'room rooms shop shops store stores card cards machine machines box boxes book books phone phones screen screens light lights house houses ' +
    'mate mates player players bar bars bag bags line lines chair chairs board boards list lists page pages key keys man men woman cup cups pot ' +
    'glass bottle stick mark marks stop station ticket tickets office team game games party parties setup stream streams chat channel ' +
    'channels emote emotes mod mods overlay deck rate rates name names number numbers code codes song songs cake cakes juice soup sauce bread ' +
    'tree trees bird fish food foods day school teacher driver maker fan fans club clubs show shows star stars drive disk file files folder ' +
    'button buttons mouse pad port cable cables power address site sites link links feed clip clips track tracks effect effects engine ' +
    'system systems model models test tests bench report reports store level levels boss fight fights quest quests pool pools road bus train ' +
    'truck tank coat shirt shoes shoe bed table brush paste cream rain storm ball court field guard dress hall lesson lessons class',
)
/** Adjectives, materials and pronouns leave the stress to the noun: "a big room", "a gold chair". */
const unstressing = wordSet(
  'big small new old good bad great little long short nice best worst first last next same other whole full empty high low hot cold warm ' +
    'cool dark bright red blue green black white yellow pink grey gray brown young real true false main own few many more most less least ' +
    'such early late easy hard soft loud quiet fast slow right wrong left open free rich poor fresh clean dirty dry wet sweet weird funny happy ' +
    'sad mad cute pretty ugly huge tiny entire final extra different single double public private local two three four five six seven eight ' +
    'nine ten hundred thousand one another each every favourite favorite crazy cheap wild dead live smooth second third fourth fifth sixth ' +
    'gold golden silver iron steel wooden plastic everyone everybody anyone anybody someone somebody nobody somewhere everything something',
)
/** Before these it is their object: "play games". */
const verbs = wordSet(
  'play plays played watch watched love like hate buy bought read write wrote see saw use used hear heard sell sold find found lose lost win won ' +
    'build built open close call called thank hey have drink eat ate cook miss know want need give gave bring brought send sent get got turn show',
)

export function isCompound(first: string, second: string): boolean {
  if (!heads.has(second) || first.length < 3 || first.endsWith('.') || first.endsWith("'s")) return false
  if (unstressing.has(first) || verbs.has(first) || isClosedClass(first)) return false
  return !/(?:ly|ous|ful|ive|able|ible|less|ish|est|ed|ern|ant|ent)$/.test(first)
}
