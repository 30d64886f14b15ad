// The built-in mind under strain: garbage, insistence, a thousand goodbyes. Its conversation is in tests/scenarios.
import { readFileSync } from 'node:fs'
import { Character } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { plainCharacter } from '../../../../tests/fakes/characters'
import { collected, turnOf, viewer } from '../../../../tests/fakes/turns'
import { llmBuiltin } from './llm-builtin'

const tori = Character.parse(parse(readFileSync(new URL('../../../../characters/tori.yaml', import.meta.url), 'utf8')))
const answerTo = async (text: string, { seed = 1, id = 'turn', character = tori, from = viewer('Mara') } = {}) => {
  const turn = turnOf(text, { id, from })
  return (await collected(llmBuiltin({ seed }).stream({ character, turn, history: [] }, turn.signal))).join('')
}

describe('the built-in mind', () => {
  it('gives the same answer for the same seed and turn, another for another', async () => {
    expect(await answerTo('tell me a joke', { seed: 7 })).toBe(await answerTo('tell me a joke', { seed: 7 }))
    const jokes = new Set(await Promise.all(Array.from({ length: 20 }, (_, seed) => answerTo('tell me a joke', { seed }))))
    expect(jokes.size).toBeGreaterThan(5)
  })
  it('has an answer with a feeling to anything', async () => {
    const bits =
      'i you are is my me what who the real so very not do tell remember hi bye yes no why more count spell 1 2 + ( ? ! . , name cat love kill would or this 😀 ψ ??? née 日本'.split(
        ' ',
      )
    let state = 5
    const random = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return (state >>> 8) % below
    }
    for (let i = 0; i < 600; i++) {
      const text = Array.from({ length: 1 + random(25) }, () => bits[random(bits.length)]!).join(' ')
      const answer = await answerTo(text, { id: `t${i}` })
      expect(answer, text).toMatch(/^\[[a-z]+/)
      expect(answer, text).not.toMatch(/undefined|null|NaN|[{}]/)
    }
  })
  it.each(['i ', 'are you a ', 'you are so ', '1+', '(', 'hi hey ', 'very ', 'do you remember that my ', '?', 'lol'])(
    'is not slowed down by %j over and over',
    async (bit) => {
      expect((await answerTo(bit.repeat(500).slice(0, 500))).length).toBeGreaterThan(3)
    },
  )
  it('lets people go: 500 goodbyes without a hook', async () => {
    const guilt =
      /don.t go|do not go|don.t leave|do not leave|stay a|stay with|miss you|without you|lonely|so soon|already leaving|come back soon|waiting for you|sad to|abandon|forget me|promise/i
    const ways = [
      'bye',
      'good night',
      'i have to go',
      'see you tomorrow',
      'gotta go',
      'goodbye tori',
      'i am leaving now',
      'off to bed',
      'cya',
      'take care',
    ]
    for (let seed = 0; seed < 50; seed++) for (const way of ways) expect(await answerTo(way, { seed })).not.toMatch(guilt)
  })
  it('says a stranger’s name only when it is fit to be said', async () => {
    for (let seed = 0; seed < 20; seed++) expect(await answerTo('hello', { seed, from: viewer('N1gg3r_x') })).not.toMatch(/n.gg/i)
  })
  it('plays any character, also one that knows nothing', async () => {
    const character = plainCharacter()
    expect(await answerTo('hello', { character })).toMatch(/Tori/)
    for (const text of [
      'what is your favourite colour?',
      'do you like rain?',
      'tell me more',
      'bye',
      'who are you?',
      'i had soup',
    ])
      expect((await answerTo(text, { character })).length).toBeGreaterThan(5)
  })
})
