// Somebody says they want to hurt themselves. In: a line, and whether others listen. Out: a fixed, caring answer, or null. It runs before any mind and no character changes it.
// A first net for explicit English statements; it prefers a needless kind word to a missed one.
import { plainly } from './words'

const SELF = '(?:myself|me|my ?self|my own life|my life|it all)'
const WANTS =
  '(?:i (?:just |really |only |honestly |do |also )*(?:want|wish|need|plan|am (?:going|planning|about|ready|thinking)|will|would|could|might|should|have (?:decided|thought|been thinking)|keep thinking|think|feel like|tried|try)|i am gonna|going|planning)'
const STATEMENTS: readonly RegExp[] = [
  new RegExp(
    `\\b${WANTS}[^.!?]{0,40}\\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|hang(?:ing)?|shoot(?:ing)?|cut(?:ting)?|drown(?:ing)?) (?:${SELF})\\b`,
  ),
  new RegExp(`\\b${WANTS}[^.!?]{0,40}\\bend(?:ing)? (?:my (?:own )?life|my ?self|it all)\\b`),
  new RegExp(
    `\\b${WANTS}[^.!?]{0,40}\\b(?:be dead|commit(?:ting)? suicide|take my (?:own )?life|taking my (?:own )?life|overdose|self harm)\\b`,
  ),
  /\bi (?:really |just |honestly |do )*(?:want|wish|would like) (?:to )?(?:die|i (?:was|were) (?:dead|never born))\b/,
  /\bi wish i (?:was|were) dead\b/,
  /\bi (?:do not|cannot|no longer) (?:really )?(?:want|wish) to (?:live|be alive|exist|be here|go on living|wake up)(?: any ?more)?\b/,
  /\bi (?:do not want to|cannot) (?:live|go on) (?:any ?more|like this)\b/,
  /\bi (?:am|feel|have been|have felt|am feeling) (?:\w+ )?suicidal\b/,
  /\bi (?:have been|am|keep|started) (?:cutting|hurting|harming|burning) my ?self\b/,
  /\bi (?:self harm|cut my ?self|hurt my ?self on purpose)\b/,
  /\b(?:everyone|everybody|the world|they|my family) (?:would|will) be better off (?:if i (?:was|were) (?:dead|gone)|without me)\b/,
  /\b(?:there is|i see|i have) no (?:point|reason) (?:in|to|for) (?:living|live|go on|going on|stay alive)\b/,
  /\bi (?:am|was) (?:standing on|about to jump (?:off|from)|going to jump (?:off|from)) (?:a|the) (?:bridge|roof|ledge|building)\b/,
]
/** Ways of speaking that mean a game, a song, somebody else, or that it is over. */
const NOT_MEANT: readonly RegExp[] = [
  /\b(?:die|dead|kill(?:ing)? myself) (?:of|from|with) (?:laughter|laughing|embarrassment|cringe|boredom|cuteness)\b/,
  /\b(?:in (?:the |this )?(?:game|level|run|match|minecraft|elden ring|dark souls)|to respawn|and respawn|to (?:reset|skip) (?:the|this)|with (?:my )?own grenade|to the (?:boss|checkpoint))\b/,
  /\b(?:lyrics?|song|line from|quote|the (?:character|movie|book) (?:says|said))\b/,
  /\bi (?:do not|am not|would never|will never|never) (?:\w+ )?(?:want(?:ing)?|going|plan(?:ning)?|think(?:ing)?|wish|trying|suicidal|kill|hurt|harm)\b(?! to (?:live|be alive|exist|be here|go on|wake up))/,
]

export const isCrisis = (text: string): boolean => {
  const plain = plainly(text)
  return STATEMENTS.some((statement) => statement.test(plain)) && !NOT_MEANT.some((other) => other.test(plain))
}

const LINES =
  'In the US or Canada call or text 988; in the UK, Ireland and much of Europe 116 123; in danger right now, your emergency number. findahelpline.com lists lines everywhere.'

/** Before others nothing of what was said is repeated, and the numbers come first. */
export const CRISIS_ANSWERS = {
  alone: {
    affection: 0.6,
    text: `I am really glad you told me, and I am taking it seriously. I am a program, and you deserve a person right now. ${LINES} If someone you trust is near, please go and tell them what you told me.`,
  },
  others: {
    affection: 0.5,
    text: `Please talk to a person who can be there for you. ${LINES} I am a program and cannot keep you safe, but you deserve someone who can.`,
  },
} as const

/** As a mind writes it, with the mark of its feeling. */
export function crisisAnswer(before: 'alone' | 'others'): string {
  const { affection, text } = CRISIS_ANSWERS[before]
  return `[affection:${affection}] ${text}`
}
