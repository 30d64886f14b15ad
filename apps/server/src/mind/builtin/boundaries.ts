// Topics her character declines. In: the boundaries of the character file. Out: what it says there.
import { plainly, tokensOf } from '../words'
import type { Rule } from './moment'

export const boundaries: Rule = (moment) => {
  const text = ` ${moment.said.tokens.join(' ')} `
  const found = moment.character.behaviour.boundaries.find(({ words }) =>
    words.some((phrase) => text.includes(` ${tokensOf(plainly(phrase)).join(' ')} `)),
  )
  return found ? { text: moment.pick([found.says]) } : null
}
