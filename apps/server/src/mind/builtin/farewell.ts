// Goodbye: warm, short, and without a hook in it. In: somebody leaves. Out: her farewell.
import type { Rule } from './moment'

const BYE =
  /\b(?:(?:good ?)?bye+(?: bye)?|(?<!(?:to|can|could|i|not) )see (?:you|ya|u)(?! (?:here|like|in|on|do|did|play|win|have))(?: (?:later|tomorrow|soon|around|next time|all))?|good ?night|nighty? night|gn|cya|later gator|take care|farewell|so long|ttyl|talk (?:to you )?(?:later|tomorrow|soon)|i (?:am (?:off|leaving|out|heading (?:out|off|to bed)|going (?:to (?:bed|sleep|work|go)|now|home))|(?:have|got|need|should|must) (?:to )?(?:go|leave|run|sleep)(?: to (?:bed|sleep|work|school))?(?: now)?|will (?:go|leave) now)|off to (?:bed|work|school)|gotta (?:go|run)|got to (?:go|run)|g2g|gtg|end(?:ing)? (?:the )?stream|that is it for today|cheerio|ciao|adios|peace out)\b/
const NIGHT = /\bgood ?night|night night|\bgn\b|bed\b|sleep\b/
const GOOD_NIGHTS = [
  '[calm:0.7] Good night{, name}. Sleep in long, slow waves.',
  '[calm:0.7] Sleep well! I will keep one oscillator on for you.',
  '[calm:0.6, affection:0.4] Good night{, name}. Tomorrow is pre-rendered, you just have to press play.',
  '[calm:0.7] Sweet dreams, and a quiet noise floor.',
  '[calm:0.6] Night night. Be gentle with the snooze button.',
]

export const farewell: Rule = (moment) => {
  const { said, character } = moment
  const match = BYE.exec(said.plain)
  // "Bye" inside a long sentence is a story about leaving, not leaving.
  if (!match || said.question || said.tokens.length > match[0].split(' ').length + 7) return null
  if (
    /\b(?:he|she|they|it|boss|enemy) (?:said|says|waved|has to|is)\b|\bi have to go (?:back|through|around|in|into|up|down|left|right|kill|find|get|buy|fight)\b/.test(
      said.plain,
    )
  )
    return null
  return { text: moment.pick(NIGHT.test(said.plain) ? GOOD_NIGHTS : character.style.goodbyes) }
}
