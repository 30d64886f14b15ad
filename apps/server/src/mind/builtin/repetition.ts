// The same line over and over, keyboard noise, bare punctuation and emoji. In: such lines. Out: amusement first, then less.
import { emojiFeeling } from '../feeling-words'
import { plainly } from '../words'
import type { Rule } from './moment'

/** Looks back over so many of this person's lines. */
const LOOKED_AT = 6

const again: Rule = (moment) => {
  const same = moment.theirs
    .slice(-LOOKED_AT)
    .filter(({ said }) => said !== '' && plainly(said) === plainly(moment.said.raw)).length
  if (same < 2 || moment.said.plain === '') return null
  return {
    text: moment.pick([
      '[smug] [joy:0.4] I do believe I have heard that one before.',
      '[curiosity:0.5] [tilt] Are you testing whether I am periodic?',
      '[joy:0.4] That is a loop. I know a loop when I am in one.',
      '[calm:0.4] Still here, still heard you. Want to try a new sentence?',
      '[smug] Repetition noted. It is my favourite kind of wave, but even so.',
      '[joy:0.4] Once more and it becomes a song.',
    ]),
  }
}

const noise: Rule = (moment) => {
  const { raw, plain, tokens } = moment.said
  if (/[\p{L}\p{N}]/u.test(plain)) {
    // Long and without vowels: a cat on the keyboard.
    const cat =
      tokens.length <= 2 &&
      tokens.some(
        (word) => /^[a-z]{6,}$/.test(word) && (!/[aeiouy]/.test(word) || /(?:asdf|qwer|sdfg|hjkl|jkl|zxcv){1}/.test(word)),
      )
    return cat
      ? {
          text: moment.pick([
            '[curiosity:0.5] [tilt] Either a cat, or a language I have yet to meet.',
            '[joy:0.5] [laughing] Bless you.',
            '[curiosity:0.5] That was either a password or a sneeze.',
            '[joy:0.4] Interesting spectrum. What does it mean?',
          ]),
        }
      : null
  }
  if (/\?/.test(raw))
    return {
      text: moment.pick([
        '[curiosity:0.5] [tilt] What is it? Ask away.',
        '[curiosity:0.5] Question marks! My favourite punctuation. And the question?',
        '[curiosity:0.5] Was I unclear? Tell me which bit.',
      ]),
    }
  const feeling = [...raw].map(emojiFeeling).find((found) => found !== null)
  if (feeling?.emotion?.sadness)
    return {
      text: moment.pick([
        '[sadness:0.5] Oh. What happened?',
        '[affection:0.5] That is a sad little face. Talk to me?',
        '[affection:0.5] I saw that. Everything all right?',
      ]),
    }
  if (feeling?.emotion?.affection)
    return {
      text: moment.pick([
        '[affection:0.6] Right back at you.',
        '[affection:0.6] Received, with warmth.',
        '[affection:0.6, joy:0.4] That made my phases flutter.',
      ]),
    }
  if (feeling?.emotion?.anger)
    return { text: moment.pick(['[calm:0.4] Whoa. Who did what?', '[curiosity:0.4] That is a stern face. What happened?']) }
  if (feeling)
    return {
      text: moment.pick([
        '[joy:0.6] [laughing] Ha! I felt that one.',
        '[joy:0.6] A picture says more than a thousand samples.',
        '[joy:0.6] [wink] Same to you.',
        '[joy:0.5] Good face. I shall copy it.',
      ]),
    }
  return {
    text: moment.pick([
      '[calm:0.4] Eloquent silence. I am listening.',
      '[curiosity:0.4] [tilt] Dot, dot, dot?',
      '[calm:0.4] I hear you, in a minimalist way.',
      '[curiosity:0.5] Say it with words? I am better at those.',
    ]),
  }
}

export const repetition: readonly Rule[] = [noise, again]
