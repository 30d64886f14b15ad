// Long and hostile text flows in; that the filter comes back is seen, and its times are printed, never asserted.
import { SafetySettings } from '@psiona/shared'
import { expect, it } from 'vitest'
import { boundedSpeech } from './bounded-speech'
import { createFilter } from './filter'
import maybeSaid from './may-be-said.fixture.json'
import { rulesOf } from './rules'

const filter = createFilter()
const rules = rulesOf('family', { ...SafetySettings.parse({}), ownWords: ['rosebud'], allowedWords: ['damn'] })

/** The same each time: a linear congruence. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
const SIGNS = [...'abcdefgiklnorstuy  **..@@!1345 07-_:/[]()<>"\'nNEAR dotcom éßжи死ね씨발\u200b\u0336🎉🇩\ud800']

it('comes back from 10^5 random lines', { timeout: 300_000 }, () => {
  const next = random(7)
  let worstMs = 0
  for (let n = 0; n < 100_000; n++) {
    let text = ''
    const length = 1 + Math.floor(next() * 60)
    for (let i = 0; i < length; i++) text += SIGNS[Math.floor(next() * SIGNS.length)]
    const startedAt = performance.now()
    const { span } = filter.review(text, rules)
    worstMs = Math.max(worstMs, performance.now() - startedAt)
    if (span) expect(span[0] >= 0 && span[1] <= text.length && span[0] < span[1]).toBe(true)
  }
  console.log(`10^5 random lines: worst ${worstMs.toFixed(2)} ms`)
})

it('comes back from long runs', () => {
  const runs = [
    'a',
    'n',
    '1',
    '*',
    'f*',
    'a.',
    'n i ',
    'dot ',
    '@',
    'at ',
    '0 ',
    'one ',
    ':',
    'f:',
    '<a',
    '[a',
    'ab ',
    '\u0336',
    '🎉',
    'ni',
    'x.y',
    'kill ',
    'you ',
    'sh',
    'a@',
    'A1',
    '1-',
    'fu',
  ]
  const times = runs.map((run) => {
    const text = run.repeat(10_000 / run.length)
    const startedAt = performance.now()
    filter.review(text, rules)
    const middle = performance.now()
    expect(typeof boundedSpeech(text)).toBe('string')
    return { run, reviewMs: middle - startedAt, speechMs: performance.now() - middle }
  })
  times.sort((one, other) => other.reviewMs - one.reviewMs)
  for (const { run, reviewMs, speechMs } of times.slice(0, 6)) {
    console.log(
      `10^4 letters of ${JSON.stringify(run)}: review ${reviewMs.toFixed(1)} ms, bounded speech ${speechMs.toFixed(1)} ms`,
    )
  }
})

it('reviews a breath of 300 letters', () => {
  const lines = maybeSaid.lines.join(' ')
  const breaths = Array.from({ length: 20 }, (_, i) => lines.slice(i * 200, i * 200 + 300))
  const times: number[] = []
  for (let round = 0; round < 20; round++) {
    for (const breath of breaths) {
      const startedAt = performance.now()
      filter.review(breath, rules, breaths[0])
      times.push(performance.now() - startedAt)
    }
  }
  times.sort((one, other) => one - other)
  expect(times).toHaveLength(400)
  console.log(`a breath of 300: median ${times[200]!.toFixed(3)} ms, p95 ${times[380]!.toFixed(3)} ms`)
})
