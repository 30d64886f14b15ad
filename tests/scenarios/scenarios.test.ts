// Plays the dialogues of this folder through the mind with the built-in rules, and compares what she says and shows. In: *.yaml. Out: one test per dialogue.
import { readdirSync, readFileSync } from 'node:fs'
import {
  EmotionName,
  Gesture,
  leadingEmotion,
  OWNER,
  type Person,
  type ReplyPart,
  type TurnRecord,
  withoutSpeechMarks,
} from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { llmBuiltin } from '../../apps/server/src/mind/llm-builtin'
import { createMind } from '../../apps/server/src/mind/mind'
import { loadCharacter } from '../../apps/server/src/store/character-files'
import { standingCharacter } from '../fakes/characters'
import { fakeClock } from '../fakes/clock'
import { memoryTurnStore } from '../fakes/turn-store'
import { collected, each, turnOf, viewer } from '../fakes/turns'

const pattern = z.union([z.string(), z.array(z.string())]).transform((patterns) => [patterns].flat())
const Step = z.union([
  /** Time passes: 90s, 5m, 3h, 2d. */
  z.strictObject({ wait: z.string().regex(/^\d+[smhd]$/) }),
  /** Who speaks from now on: owner, or a viewer's name. */
  z.strictObject({ from: z.string() }),
  z.strictObject({
    say: z.string(),
    /** Spoken to her, not written. */
    aloud: z.boolean().default(false),
    /** All of these must be found in the answer; case does not matter. */
    hears: pattern.optional(),
    /** None of these may. */
    never: pattern.optional(),
    /** The emotion shown is led by one of these. */
    feels: z.union([EmotionName, z.array(EmotionName)]).optional(),
    gesture: Gesture.optional(),
    /** The lines of this dialogue (from 1) the answer must say it leans on. */
    remembers: z.array(z.number().int()).optional(),
    /** At most so many sentences. */
    sentences: z.number().int().optional(),
  }),
])
const Scenario = z.strictObject({
  about: z.string(),
  /** Local time at the beginning. */
  at: z.string().default('2026-03-02T20:15'),
  /** Each seed plays the whole dialogue. */
  seeds: z.array(z.number()).default([1, 2, 3, 4, 5]),
  dialogue: z.array(Step),
})

const LENGTHS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const lengthOf = (wait: string) => Number.parseInt(wait, 10) * LENGTHS[wait.at(-1) as keyof typeof LENGTHS]
/** She is not to say the same within so many answers. */
const UNREPEATED = 20
const folder = new URL('./', import.meta.url)
const root = new URL('../../', import.meta.url).pathname
const tori = loadCharacter({ shippedDir: `${root}characters`, userDir: `${root}tests/scenarios`, id: 'tori' })

async function play(scenario: z.infer<typeof Scenario>, seed: number): Promise<void> {
  const clock = fakeClock(new Date(scenario.at).getTime())
  const store = memoryTurnStore()
  const builtin = llmBuiltin({ seed })
  const mind = createMind({ store, characters: standingCharacter(tori), clock, chosen: () => builtin, standIn: builtin })
  const ids: string[] = []
  const answers: string[] = []
  let from: Person = OWNER
  for (const step of scenario.dialogue) {
    if ('wait' in step) {
      clock.setWall(clock.wallMs() + lengthOf(step.wait))
      continue
    }
    if ('from' in step) {
      from = step.from === 'owner' ? OWNER : viewer(step.from)
      continue
    }
    clock.setWall(clock.wallMs() + 15_000)
    const turn = turnOf(step.say, {
      from,
      at: clock.wallMs(),
      id: `${seed}-${ids.length + 1}`,
      ...(step.aloud ? { hearing: { endpointMs: 500, recogniserMs: 50 } } : {}),
    })
    ids.push(turn.id)
    const parts = await collected(mind.answer(each(turn)))
    const record = recordFrom(parts)
    await store.save(record)
    check(step, record, parts, ids, answers, `seed ${seed}: "${step.say}" → "${record.answered}"`)
    answers.push(record.answered)
  }
}

function recordFrom(parts: readonly ReplyPart[]): TurnRecord {
  const { turn } = parts[0]!
  const written = parts.map((part) => (part.type === 'reply-delta' ? part.text : '')).join('')
  const answered = withoutSpeechMarks(written).trim()
  const emotion = parts.findLast((part) => part.type === 'reply-feeling' && part.emotion)
  return {
    id: turn.id,
    at: turn.at,
    kind: turn.kind,
    from: turn.from,
    said: turn.text,
    answered,
    heard: answered,
    emotion: emotion?.type === 'reply-feeling' ? (emotion.emotion ?? {}) : {},
    status: 'done',
    firstAudioMs: 10,
  }
}

type Line = Extract<z.infer<typeof Step>, { say: string }>
function check(
  step: Line,
  record: TurnRecord,
  parts: readonly ReplyPart[],
  ids: readonly string[],
  earlier: readonly string[],
  what: string,
): void {
  const { answered } = record
  const end = parts.at(-1)
  expect(answered.length, what).toBeGreaterThan(1)
  expect(answered, `${what}: nothing but speech`).not.toMatch(/[[\]{}*_<>]|undefined|null|NaN|\bi am i\b/)
  expect(Object.keys(record.emotion).length, `${what}: feels something`).toBeGreaterThan(0)
  expect(earlier.slice(-UNREPEATED), `${what}: said before`).not.toContain(answered)
  for (const wanted of step.hears ?? []) expect(answered, what).toMatch(new RegExp(wanted, 'i'))
  for (const unwanted of step.never ?? []) expect(answered, what).not.toMatch(new RegExp(unwanted, 'i'))
  if (step.feels) expect([step.feels].flat(), what).toContain(leadingEmotion(record.emotion))
  if (step.gesture)
    expect(
      parts.some((part) => part.type === 'reply-feeling' && part.gesture === step.gesture),
      what,
    ).toBe(true)
  if (step.sentences) expect(answered.match(/[.!?…]+(?=\s|$)/g)?.length ?? 1, what).toBeLessThanOrEqual(step.sentences)
  const remembered = end?.type === 'reply-end' ? (end.remembered ?? []) : []
  for (const line of step.remembers ?? []) expect(remembered, what).toContain(ids[line - 1])
  expect(ids.slice(0, -1), `${what}: leans on turns there are`).toEqual(expect.arrayContaining([...remembered]))
}

const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
describe.each(files)('%s', (name) => {
  const scenarios = z.array(Scenario).parse(parse(readFileSync(new URL(name, folder), 'utf8')))
  it.each(scenarios.map((scenario) => [scenario.about, scenario] as const))('%s', async (_, scenario) => {
    for (const seed of scenario.seeds) await play(scenario, seed)
  })
})
