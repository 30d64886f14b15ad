// The word a line is about, as far as one can tell. In: a moment. Out: its longest word that carries a topic and may be said aloud, or null.
import { STOP_WORDS } from '../words'
import type { Moment } from './moment'
import { speakable } from './speakable'

/** Long words that are about nothing. */
const VAGUE = /(?:ly|ing|ed|est)$|^(?:because|anything|something|everything|nothing|everyone|someone|tomorrow|yesterday|today|tonight|morning|evening|actually|minute|minutes|though|another|without|between|probably|thing|things|stuff|people|little|would|could|should|going|being)$/

export const topicWord = ({ said }: Moment): string | null =>
  said.tokens
    .filter((token) => /^[a-z]{4,18}$/.test(token) && !STOP_WORDS.has(token) && !VAGUE.test(token) && speakable(token, 20))
    .sort((a, b) => b.length - a.length)[0] ?? null
