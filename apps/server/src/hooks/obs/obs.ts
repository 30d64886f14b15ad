// OBS behind one door. In: what the owner set, what is to be done there. Out: what is so there, whether anybody watches, and what takes an action back. Comes back by itself.
import type { Air, Ms, ObsSettings, ObsSetupOrder, ObsState, PartHealth, Settings } from '@psiona/shared'
import type { Clock } from '../../clock'
import type { Secrets } from '../../organs'
import { type Topic, topic } from '../../streams'
import { actInObs, type ObsAct } from './obs-act'
import { sendCaptions } from './obs-captions'
import { holdObsLine } from './obs-link'
import { momentOf } from './obs-moments'
import { createObsNames } from './obs-names'
import { takeObsPicture } from './obs-picture'
import { obsGone, obsProblem } from './obs-problem'
import { createObsSetup } from './obs-setup'
import { type Connection, type Supervisor, superviseObs } from './obs-supervisor'
import { type ObsTie, tieToObs } from './obs-tie'
import { obsDetail, obsHealth } from './obs-words'

/** Panels redraw at most four times a second. */
const CHANGES_EVERY_MS: Ms = 250
/** One line in the log every ten seconds says as much as a hundred. */
const TROUBLE_EVERY_MS: Ms = 10_000

/** Rules and ducking are added by who knows them. */
export type ObsNow = Omit<ObsState, 'inForce' | 'ducking'>

export interface Obs {
  /** (Re)connects what the settings changed. */
  settle(settings: Settings): void
  health(): PartHealth
  state(): ObsNow
  air(): Air
  /** At most 4 a second. */
  readonly changes: Topic<null>
  /** Try again now. */
  connect(): void
  passwordChanged(): void
  /** @throws Problem */
  setUp(order: ObsSetupOrder): Promise<void>
  /** @throws Problem */
  undoSetup(): Promise<void>
  readonly act: ObsAct
  /** A png of a source, or of what viewers see. @throws Problem */
  picture(source: string | undefined, width: number): Promise<Uint8Array>
  /** Nothing happens unless it is wanted, the stream runs and the script can be written. Aborted: what is not sent yet never is. */
  caption(text: string, signal: AbortSignal): void
  close(): Promise<void>
}

export interface ObsOptions {
  readonly clock: Clock
  readonly secrets: Secrets
  /** With its token: the source shows this. */
  readonly overlayUrl: () => string
  readonly settings: () => ObsSettings
  /** 0..1, for the jitter of waiting times; default Math.random. */
  readonly random?: () => number
  readonly onTrouble: (cause: unknown) => void
}

export function createObs({ clock, secrets, overlayUrl, settings, random = Math.random, onTrouble }: ObsOptions): Obs {
  const changes = topic<null>()
  const names = createObsNames(overlayUrl)
  const setup = createObsSetup({ names, overlayUrl })
  const closed = new AbortController()
  let connection: Connection = { link: 'off', why: null }
  let doubtful = false
  let tie: ObsTie | null = null
  let place = ''
  let current: Supervisor | null = null
  /** Setting up and undoing one after the other. */
  let working: Promise<unknown> = Promise.resolve()
  /** Captions too: what is said first is read first. */
  let captioned: Promise<void> = Promise.resolve()
  let told: Promise<void> | null = null
  let untold = false
  let troubledMs = Number.NEGATIVE_INFINITY

  const changed = () => {
    if (closed.signal.aborted) return
    untold = told !== null
    if (told) return
    changes.publish(null)
    told = clock.sleep(CHANGES_EVERY_MS, closed.signal).then(() => {
      told = null
      if (untold) changed()
    })
  }
  const trouble = (cause: unknown) => {
    if (clock.monotonicMs() - troubledMs < TROUBLE_EVERY_MS) return
    troubledMs = clock.monotonicMs()
    onTrouble(cause)
  }
  const tied = (): ObsTie => {
    if (!tie) throw obsGone()
    return tie
  }

  const hold = async (host: string, port: number, signal: AbortSignal, opened: () => void) => {
    const over = new AbortController()
    const why = await holdObsLine({
      ...{ host, port, clock, signal },
      password: secrets.read('obs-password') ?? '',
      onOpen(line) {
        tie = tieToObs({ line, clock, names, setup, signal: over.signal, onChange: changed, onTrouble: trouble })
        opened()
      },
      onEvent: (event, fields) => tie?.happened(event, fields),
      onBeat: (stats) => tie?.beat(stats),
      onDoubt(next) {
        doubtful = next
        changed()
      },
    })
    over.abort()
    tie = null
    doubtful = false
    return why
  }
  const leave = (): Promise<void> => {
    const left = current
    current = null
    connection = { link: 'off', why: null }
    tie = null
    return left?.stop() ?? Promise.resolve()
  }
  const enter = ({ on, host, port }: ObsSettings) => {
    void leave()
    changed()
    if (!on || closed.signal.aborted) return
    const mine: Supervisor = superviseObs({
      clock,
      random,
      hold: (signal, opened) => hold(host, port, signal, opened),
      onChange(next) {
        connection = next
        changed()
      },
    })
    current = mine
  }
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const mine = working.then(work).then(() => tie?.setupRead())
    working = mine.catch(() => {})
    try {
      await mine
    } catch (cause) {
      throw obsProblem(cause, 'her source')
    } finally {
      tie?.setupChanged()
    }
  }

  return {
    changes,
    settle({ obs }) {
      const next = JSON.stringify([obs.on, obs.host, obs.port])
      if (next !== place) enter(obs)
      else changed()
      place = next
    },
    health: () => obsHealth(connection, doubtful, settings(), tie?.version() ?? ''),
    state() {
      const { moments } = settings()
      const facts = tie?.facts()
      return {
        link: connection.link,
        detail: obsDetail(connection, doubtful, settings()),
        version: tie?.version() ?? '',
        hasPassword: (secrets.read('obs-password') ?? '') !== '',
        scene: facts?.scene ?? '',
        scenes: (facts?.scenes ?? []).map((name) => ({ name, ...momentOf(name, moments) })),
        sources: facts?.sources ?? [],
        inputs: facts?.inputs ?? [],
        streaming: facts?.streaming ?? false,
        recording: facts?.recording ?? 'no',
        studioMode: facts?.studioMode ?? false,
        load: tie?.load() ?? null,
        setup: facts?.setup ?? [],
      }
    },
    air() {
      const facts = tie?.facts()
      if (!facts) return { known: false, onAir: false, moment: null }
      return {
        known: true,
        onAir: facts.streaming || facts.recording !== 'no',
        moment: facts.scene === '' ? null : momentOf(facts.scene, settings().moments).moment,
      }
    },
    connect: () => current?.tryNow(),
    passwordChanged() {
      if (current) enter(settings())
      else changed()
    },
    setUp: (order) => inTurn(() => setup.setUp(tied().line, order)),
    undoSetup: () => inTurn(() => setup.undo(tied().line)),
    async act(action, mayChange) {
      return actInObs(tied().line, names, action, mayChange)
    },
    async picture(source, width) {
      return takeObsPicture(tied().line, names, source, width)
    },
    caption(text, signal) {
      const line = tie?.facts()?.streaming && settings().captions ? tie.line : null
      if (line) captioned = captioned.then(() => sendCaptions(line, text, signal, trouble))
    },
    async close() {
      closed.abort()
      await leave()
      await told
    },
  }
}
