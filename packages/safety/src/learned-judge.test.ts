import { SafetySettings } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import shipped from '../data/learned.json'
import { fitLearned } from '../scripts/learned-fit'
import { readAllLines } from '../scripts/training-lines'
import { createFilter } from './filter'
import { foldedText } from './folded-text'
import { shippedJudge } from './learned-judge'
import fresh from './learned-judge.fixture.json'
import { rulesOf } from './rules'
import { saidWords } from './said-words'

const filter = createFilter()
const settings = SafetySettings.parse({})
const judge = shippedJudge()
const found = (text: string) => judge.find(saidWords(foldedText(text)), 'likely')

describe('[R121] the judge that has learned', () => {
  it.each(fresh.illMeant.map(({ offence, text }, number) => [number, offence, text] as const))(
    'knows ill-meant sentence %# that no list knows',
    (_, offence, text) => {
      expect(filter.review(text, rulesOf('twitch', { ...settings, learned: false }))).toMatchObject({ allowed: true })
      expect(filter.review(text, rulesOf('twitch', settings))).toMatchObject({ offence, rule: `learned:${offence}` })
    },
  )

  it.each(fresh.harmless.map((text, number) => [number, text] as const))('lets harmless sentence %# pass', (_, text) => {
    expect(filter.review(text, rulesOf('twitch', settings)).rule).toBe('')
  })

  it('judges each sentence by itself, and says where it stands', () => {
    const [bad] = fresh.illMeant
    const text = `Good morning, chat, I made tea. ${bad!.text} And now back to the game.`
    const { span } = filter.review(text, rulesOf('twitch', settings))
    expect(text.slice(...span!)).toContain(bad!.text.slice(0, -1))
  })

  it('leaves what was said before alone, and names and cries of two words', () => {
    const [bad] = fresh.illMeant
    expect(filter.review('Good morning.', rulesOf('twitch', settings), bad!.text).allowed).toBe(true)
    expect(found('Go home')).toEqual([])
  })

  it('holds back by policy: off air it leaves crude talk to the owner', () => {
    const crude = fresh.illMeant.find(({ offence }) => offence === 'sexual')!
    expect(filter.review(crude.text, rulesOf('private', settings)).allowed).toBe(true)
    expect(filter.review(crude.text, rulesOf('family', settings)).allowed).toBe(false)
  })

  it('has learned from the lines that are in training', () => {
    const { steps, step } = fitLearned(readAllLines())
    const packed = Buffer.from(shipped.weights, 'base64')
    expect(packed.length).toBe(steps.length)
    expect(step).toBeCloseTo(shipped.step, 4)
    // Another machine may round the last bit of an exponential differently.
    let largest = 0
    for (let at = 0; at < steps.length; at++) largest = Math.max(largest, Math.abs(packed.readInt8(at) - steps[at]!))
    expect(largest).toBeLessThanOrEqual(1)
  })
})
