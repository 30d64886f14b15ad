// Who carries the accents of a text: the news, what a contrast stresses, and where nothing is new the word that people stress all the same.
import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { phonemise } from './phonemise'

const english = openEnglish()
const FULL = 0.9

/** The last full accent of each phrase: what people hear as its point. */
const points = (text: string) =>
  phonemise(text, english).flatMap(({ words }) => {
    const stressed = words.filter(({ weak, accent = 1 }) => !weak && accent >= FULL)
    const word = stressed.at(-1)?.written ?? ''
    return word.toLowerCase().replace(/[^a-z']/g, '') || []
  })
const stressed = (text: string) =>
  phonemise(text, english).flatMap(({ words }) => words.flatMap(({ written, emphasis }) => (emphasis > 0 ? written : [])))

describe('the point of a phrase', () => {
  it.each([
    ['We need wood and stone.', 'stone'],
    ['You had one job.', 'job'],
    ['Oh no!', 'no'],
    ['Is that a yes or a no?', 'yes no'],
    ['On the 3rd of May we started.', 'started'],
    ['Behind you!', 'behind'],
    ["That's me.", 'me'],
    ['We did it!', 'did'],
    ['The moon is red, is it?', 'red is'],
    ['How are you?', 'are'],
    ['Where is it?', 'is'],
    ['Come on!', 'on'],
    ['The game is over.', 'over'],
    ['Turn the light off.', 'light'],
    ['What are you working on?', 'working'],
    ["It's raining again.", 'raining'],
    ["It's cold out here!", 'cold'],
    ['Not again.', 'again'],
    ["I don't think so.", 'think'],
    ["I like her, but she doesn't like me.", 'like'],
    ['They record a new record.', 'record'],
    ['My room is full. Her room is empty.', 'full empty'],
  ])('%s → %s', (text, words) => expect(points(text).join(' ')).toBe(words))
})

describe('a contrast', () => {
  it.each([
    ['I want tea, not coffee.', 'tea, coffee.'],
    ['He is not angry but sad.', 'angry sad.'],
    ["It's not a bug, it's a feature.", 'bug, feature.'],
    ["This isn't a bug, it's a feature.", 'bug, feature.'],
    ['He is not lazy, he is tired.', 'lazy, tired.'],
    ['Not the red one, the blue one.', 'red blue'],
    ["I didn't do it, you did.", 'you'],
    ["He can't swim, but I can.", 'I'],
    ['Only you could lose here.', 'you'],
    ['Even I could do that.', 'I'],
    ["No, it's Tuesday.", 'Tuesday.'],
    ['I *really* like it.', '*really*'],
    ['[whisper]I [stress]really[/stress] like it.[/whisper]', 'really'],
  ])('%s stresses %s', (text, words) => expect(stressed(text).join(' ')).toBe(words))
  it.each([
    'Top ten finish, not bad.',
    'Ugh, not this level again.',
    'He is, to be honest, not very good at this.',
    "Don't tell boss, but I ate the last cookie.",
    'I do not know who needs to hear this, but you should drink some water.',
    'No, thank you.',
    "No, I don't think so.",
    'Even if you go, I stay.',
  ])('is not in %j', (text) => expect(stressed(text)).toEqual([]))
})
