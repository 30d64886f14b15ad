// Blind rounds: nothing that is sent tells who speaks, every answer is kept with who it was.
import { Problem, type Rating, RatingRound, type RoundRequest } from '@psiona/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { createListeningTest, type ListeningTest } from './listening-test'
import { nameOf, type SoundOrder } from './round-draw'

const kokoro = { kind: 'sherpa', model: 'kokoro-en', speaker: 0, speed: 1 } as const
const request = (more: Partial<RoundRequest>): RoundRequest => ({ kind: 'ab', engines: [], voices: [], questions: 10, ...more })

let kept: Rating[]
let made: SoundOrder[]
let test: ListeningTest
beforeEach(() => {
  kept = []
  made = []
  let state = 1
  test = createListeningTest({
    clock: fakeClock(),
    keep: (rating) => kept.push(rating),
    // A full cycle of small numbers: repeatable, and even enough to draw from.
    random: () => {
      state = (state * 16_807) % 2_147_483_647
      return state / 2_147_483_647
    },
    async make(order) {
      made.push(order)
      if (order.engine.kind === 'openai') throw new Problem('deaf', 'broken', 'The server is not there. Start it.')
      return `${order.engine.kind} ${order.voice ?? ''}`
    },
  })
})

const played = async (round: RatingRound) => {
  made = []
  for (const { keys } of round.questions) for (const key of keys) await test.sound(key)
  return made
}

describe('listening rounds', () => {
  it('[R101] ab: the same sentence by two voices, each as often first, and no word about who they are', async () => {
    const round = test.draw(request({ engines: [kokoro], voices: ['feminine'], questions: 40 }))
    expect(RatingRound.parse(round)).toEqual(round)
    expect(JSON.stringify(round)).not.toMatch(/kokoro|feminine|psi|sherpa/)
    const sounds = await played(round)
    let kokoroFirst = 0
    round.questions.forEach(({ text }, i) => {
      const [one, other] = [sounds[2 * i]!, sounds[2 * i + 1]!]
      expect([one.text, other.text]).toEqual([text, text])
      expect(new Set([one.engine.kind, other.engine.kind]).size).toBe(2)
      if (one.engine.kind === 'sherpa') kokoroFirst++
    })
    expect(kokoroFirst).toBeGreaterThan(8)
    expect(kokoroFirst).toBeLessThan(32)
  })

  it('ab needs two voices', () => {
    expect(() => test.draw(request({ voices: ['feminine'] }))).toThrow(/two different voices/)
    expect(() => test.draw(request({ voices: ['feminine', 'feminine'] }))).toThrow(/two different voices/)
  })

  it('mos: one sound a question, everybody has a turn, and without a choice it is her own voice', async () => {
    const sounds = await played(
      test.draw(request({ kind: 'mos', engines: [kokoro], voices: ['feminine', 'dark'], questions: 9 })),
    )
    expect(sounds.filter(({ engine }) => engine.kind === 'sherpa')).toHaveLength(3)
    expect(sounds.filter(({ voice }) => voice === 'dark')).toHaveLength(3)
    const [own] = await played(test.draw(request({ kind: 'mos', questions: 1 })))
    expect(own).toMatchObject({ engine: { kind: 'psi' }, emotion: {} })
    expect(own?.voice).toBeUndefined()
  })

  it('style: about half of the pairs are of one mood, and never of the same words', async () => {
    const round = test.draw(request({ kind: 'style', questions: 40 }))
    expect(round.questions.every(({ text }) => text === '')).toBe(true)
    const sounds = await played(round)
    let same = 0
    for (let i = 0; i < sounds.length; i += 2) {
      expect(sounds[i]!.text).not.toBe(sounds[i + 1]!.text)
      if (JSON.stringify(sounds[i]!.emotion) === JSON.stringify(sounds[i + 1]!.emotion)) same++
    }
    expect(same).toBeGreaterThan(8)
    expect(same).toBeLessThan(32)
  })

  it('an answer is kept with who it was; one that no question asks for is not', async () => {
    const round = test.draw(request({ engines: [kokoro], voices: ['soft'], questions: 1 }))
    const question = round.questions[0]!
    const sounds = await played(round)
    const answer = { roundId: round.id, questionId: question.id, answer: 0, listener: 'Mira' }
    expect(() => test.answer({ ...answer, answer: 3 })).toThrow(/ab takes/)
    expect(() => test.answer({ ...answer, questionId: 'other' })).toThrow(/no such question/)
    expect(kept).toEqual([])
    const rating = test.answer(answer)
    expect(kept).toEqual([rating])
    // Asked for again when the answer was lost; not changed when it is known who spoke.
    expect(test.answer(answer)).toBe(rating)
    expect(() => test.answer({ ...answer, answer: 1 })).toThrow(/was answered/)
    expect(kept).toEqual([rating])
    expect(rating).toMatchObject({ kind: 'ab', answer: 0, listener: 'Mira', text: question.text })
    const names = sounds.map(({ engine }) => (engine.kind === 'sherpa' ? 'sherpa:kokoro-en/0' : 'psi:soft'))
    expect(rating.sounds.map(({ engine }) => engine)).toEqual(names)
  })

  it('old rounds make room for new ones, and say so', async () => {
    const first = test.draw(request({ kind: 'mos', questions: 1 }))
    for (let i = 0; i < 20; i++) test.draw(request({ kind: 'mos', questions: 1 }))
    await expect(test.sound(first.questions[0]!.keys[0]!)).rejects.toThrow(/is over/)
    expect(() => test.answer({ roundId: first.id, questionId: first.questions[0]!.id, answer: 3, listener: '' })).toThrow(
      /is over/,
    )
  })

  it('[R101] nobody learns from the voices so far who is next, though each has as many turns', async () => {
    const sounds = await played(
      test.draw(request({ kind: 'mos', engines: [kokoro], voices: ['feminine', 'dark'], questions: 39 })),
    )
    const names = sounds.map(nameOf)
    for (const name of new Set(names)) expect(names.filter((other) => other === name)).toHaveLength(13)
    const followers = new Set(names.flatMap((name, i) => (i > 0 && names[i - 1] === 'psi:dark' ? [name] : [])))
    expect(followers.size).toBe(3)
  })

  it('[R101] both sounds of a question are made at once, and only once: neither is quicker, and neither fails alone', async () => {
    const { questions } = test.draw(request({ engines: [kokoro], voices: ['soft'], questions: 1 }))
    const keys = questions[0]!.keys
    const sounds = await Promise.all(keys.map(test.sound))
    expect([...sounds].sort()).toEqual(['psi soft', 'sherpa '])
    expect(await test.sound(keys[1]!)).toBe(sounds[1])
    expect(made).toHaveLength(2)
    const server = { kind: 'openai', baseUrl: 'http://127.0.0.1:1', model: 'm', voice: 'v', speed: 1 } as const
    const broken = test.draw(request({ engines: [server], voices: ['soft'], questions: 1 })).questions[0]!.keys
    for (const key of broken) await expect(test.sound(key)).rejects.toThrow(/not there/)
    expect(made).toHaveLength(6)
  })

  it('one engine at two speeds is two voices, and the answer tells them apart', () => {
    expect(nameOf({ engine: { ...kokoro, speed: 1.2 } })).toBe('sherpa:kokoro-en/0 at 1.2')
    const ada = { kind: 'openai', baseUrl: 'http://127.0.0.1:1', model: 'm', voice: 'v', speed: 1, reference: 'ada' } as const
    expect(nameOf({ engine: ada })).toBe('openai:m/v as ada')
    expect(test.draw(request({ engines: [kokoro, { ...kokoro, speed: 1.2 }], questions: 1 })).questions).toHaveLength(1)
  })
})
