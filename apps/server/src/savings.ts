// What she does without when a game needs the machine. In: the load, looked at every second. Out: savings, taken one after the other and given back the same way.
import { type LoadSettings, type LoadState, type Ms, type ObsState, type PartHealth, SAVINGS, type Saving } from '@psiona/shared'
import type { Clock } from './clock'
import type { LoadGauge } from './load-gauge'
import { type Measured, pressureOf } from './pressure'

/** As often as a panel shows it. */
const LOOK_MS: Ms = 1000
/** The middle one of so many looks counts: one busy second is no load, and one quiet second no end of it. */
const LOOKS = 3
/** Loading models, and pages that open, are a load that passes. */
const START_MS: Ms = 10_000
/** A saving needs as long as an answer to show in the load; the next one waits for that. */
const TAKE_AFTER_MS: Ms = 3000
/** Longer than the pause between two rounds of a game. */
const GIVE_AFTER_MS: Ms = 10_000
/** A saving that was needed again so soon was given back too early: from then on it takes twice as long, … */
const TOO_SOON_MS: Ms = 60_000
/** … up to this. */
const LONGEST_GIVE_MS: Ms = 160_000
/** Below this part of the limit there is room for what a saving costs. */
const ROOM = 0.8
/** With nothing left to save it stays too much down to this part of the limit: else the health strip would flicker on it. */
const NEARLY = 0.95
/** What she takes is a meter elsewhere; in her health it is another figure when it is this far off, and not more often. */
const FIGURE_STEP_PERCENT = 5
const FIGURE_EVERY_MS: Ms = 30_000

const WORDS: Readonly<
  Record<Saving, { readonly title: string; readonly name: string; readonly detail: (wanted: LoadSettings) => string }>
> = {
  'smaller-model': {
    title: 'A smaller model answers',
    name: 'a smaller model',
    detail: ({ smallerModel }) =>
      smallerModel
        ? `${smallerModel} answers instead of the model you chose.`
        : 'Her built-in mind answers instead of the model you chose.',
  },
  'own-voice': {
    title: 'She speaks with her own voice',
    name: 'her own voice',
    detail: () => 'The oscillator voice speaks instead of the voice you chose.',
  },
  'lower-fps': {
    title: 'She is drawn less often',
    name: 'fewer frames',
    detail: ({ fps }) => `${fps} frames a second are drawn instead of those you chose.`,
  },
  puppet: {
    title: 'The puppet stands in',
    name: 'the puppet',
    detail: () => 'A simple puppet is drawn instead of the Live2D model.',
  },
}

export interface SavingsOptions {
  readonly clock: Clock
  /** Closed by whoever made it. */
  readonly gauge: LoadGauge
  readonly wanted: () => LoadSettings
  readonly obs: () => ObsState['load']
  /** 0..1, of the last seconds. */
  readonly lateBlocks: () => number
  /** Whether it saves anything with what is chosen (not: with what is in force). */
  readonly applies: (saving: Saving) => boolean
  /** Other savings are in force. */
  readonly onChange: (savings: readonly Saving[]) => void
}

export interface Savings {
  state(): LoadState
  inForce(saving: Saving): boolean
  /** Choices may have changed: what is chosen by hand holds at once. */
  settle(): void
  health(): PartHealth
  close(): void
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
const listed = (savings: readonly Saving[]): string => savings.map((saving) => WORDS[saving].name).join(', ')

export function createSavings(options: SavingsOptions): Savings {
  const { clock, gauge, wanted } = options
  /** The first so many of the order are in force, where they save anything. */
  let level = 0
  let looks: readonly { readonly own: number; readonly all: number; readonly loopLagMs: number }[] = []
  let measured: Measured = { cpu: { own: 0, all: 0 }, loopLagMs: 0, lateBlocks: 0, obs: null }
  let told: readonly Saving[] = []
  const startedMs = clock.monotonicMs()
  /** Since when it has been over the limit, or with room; null: it is not. */
  let overMs: Ms | null = null
  let roomMs: Ms | null = null
  let givenMs = Number.NEGATIVE_INFINITY
  let giveAfterMs = GIVE_AFTER_MS
  /** Nothing is left to save, and why that was too little; null: there is, or it is enough. */
  let exhausted: string | null = null
  let shown: { readonly own: number; readonly atMs: Ms } | null = null

  const byHand = (): number => {
    const { mode } = wanted()
    return typeof mode === 'number' ? mode : 0
  }
  const upTo = (): number => (wanted().mode === 'off' ? 0 : Math.max(level, byHand()))
  const savings = (): Saving[] => SAVINGS.filter((saving, index) => index < upTo() && options.applies(saving))
  /** The next one that saves anything. */
  const nextUp = (): number | null => {
    const index = SAVINGS.findIndex((saving, at) => at >= upTo() && options.applies(saving))
    return index < 0 ? null : index + 1
  }
  /** The last one that was taken because of the load is given back. */
  const nextDown = (): number => {
    const index = SAVINGS.findLastIndex((saving, at) => at < level && at >= byHand() && options.applies(saving))
    return index > byHand() ? index : 0
  }
  const tell = () => {
    const now = savings()
    if (now.join() === told.join()) return
    told = now
    options.onChange(now)
  }
  const pressure = () => pressureOf(measured, wanted().cpuPercent)

  const decide = () => {
    const nowMs = clock.monotonicMs()
    if (nowMs - startedMs < START_MS) return
    const figure = pressure().pressure
    overMs = figure > 1 ? (overMs ?? nowMs) : null
    roomMs = figure < ROOM ? (roomMs ?? nowMs) : null
    if (wanted().mode === 'off') return
    if (overMs !== null && nowMs - overMs >= TAKE_AFTER_MS) {
      const next = nextUp()
      if (next === null) return
      giveAfterMs = nowMs - givenMs < TOO_SOON_MS ? Math.min(LONGEST_GIVE_MS, giveAfterMs * 2) : GIVE_AFTER_MS
      level = next
      overMs = nowMs
    } else if (level > byHand() && roomMs !== null && nowMs - roomMs >= giveAfterMs) {
      level = nextDown()
      givenMs = roomMs = nowMs
    }
  }
  const look = () => {
    const load = gauge.sample()
    looks = [...looks, load].slice(-LOOKS)
    measured = {
      cpu: { own: middle(looks.map(({ own }) => own)), all: middle(looks.map(({ all }) => all)) },
      loopLagMs: middle(looks.map(({ loopLagMs }) => loopLagMs)),
      lateBlocks: options.lateBlocks(),
      obs: obsShares(options.obs()),
    }
    decide()
    tell()
    takeStock()
  }
  /** For her health, which is told whenever a word of it changes. */
  const takeStock = () => {
    const nowMs = clock.monotonicMs()
    const { own } = measured.cpu
    if (!shown || (nowMs - shown.atMs >= FIGURE_EVERY_MS && Math.abs(own - shown.own) >= FIGURE_STEP_PERCENT))
      shown = { own, atMs: nowMs }
    const { because, pressure: now } = pressure()
    if (wanted().mode === 'off' || nextUp() !== null || now < NEARLY) exhausted = null
    else if (overMs !== null && nowMs - overMs >= TAKE_AFTER_MS) exhausted ??= `${because}, and she has nothing left to save.`
  }
  const stopLooking = clock.every(LOOK_MS, look)

  const why = (): string => {
    const { mode } = wanted()
    const { because, so, pressure: figure } = pressure()
    if (mode === 'off') return 'She saves nothing, as you chose.'
    if (exhausted !== null) return `${because}, and she has nothing left to save.`
    if (figure > 1) return `${because}; ${so}.`
    if (level > byHand() && savings().length > 0)
      return figure < ROOM
        ? 'There is room again; she takes back one thing after the other.'
        : `${because}; she waits for more room.`
    if (mode !== 'auto' && savings().length > 0) return 'She saves as you chose.'
    return 'She is at ease.'
  }
  const state = (): LoadState => {
    const now = savings()
    return {
      cpu: { own: rounded(measured.cpu.own, 1), all: rounded(measured.cpu.all, 1) },
      loopLagMs: rounded(measured.loopLagMs, 1),
      lateBlocks: rounded(measured.lateBlocks, 4),
      obs: measured.obs,
      pressure: rounded(pressure().pressure, 3),
      savings: now,
      steps: SAVINGS.map((saving) => ({
        saving,
        inForce: now.includes(saving),
        applies: options.applies(saving),
        title: WORDS[saving].title,
        detail: WORDS[saving].detail(wanted()),
      })),
      why: why(),
    }
  }

  return {
    state,
    inForce: (saving) => savings().includes(saving),
    settle() {
      if (wanted().mode === 'off') {
        level = 0
        exhausted = null
      }
      tell()
    },
    health() {
      const now = savings()
      const takes = `${Math.round(shown?.own ?? 0)} % of the machine`
      if (exhausted !== null)
        return {
          part: 'load',
          state: 'trouble',
          detail: exhausted,
          remedy: 'Close a program, or limit the frames of the game; she goes on as well as she can.',
        }
      if (now.length > 0) return { part: 'load', state: 'ok', detail: `saving: ${listed(now)}; ${takes}` }
      return { part: 'load', state: 'ok', detail: wanted().mode === 'off' ? `saves nothing, ${takes}` : `at ease, ${takes}` }
    },
    close: stopLooking,
  }
}

const obsShares = (load: ObsState['load']): LoadState['obs'] =>
  load && { lateFrames: load.lateFrames, skippedFrames: load.skippedFrames }
