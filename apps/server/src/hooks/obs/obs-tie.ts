// Everything that lives as long as one line to OBS. In: the line, its events and its pulse. Out: facts, load and version; gone when the line is over.
import type { ObsState } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../../clock'
import { VersionAnswer } from './obs-answer.external'
import { type ObsEvent, outdatedBy } from './obs-events'
import type { ObsLine } from './obs-link'
import { createObsLoad } from './obs-load'
import type { ObsNames } from './obs-names'
import { type ObsFacts, readObs } from './obs-reading'
import type { ObsSetup } from './obs-setup'

/** Of events about one input or filter. */
const About = z.object({ inputName: z.string().optional(), sourceName: z.string().optional() })

export interface ObsTie {
  readonly line: ObsLine
  /** Null until it was read the first time. */
  facts(): ObsFacts | null
  load(): ObsState['load']
  /** 'OBS 30.2.3, obs-websocket 5.5.2'; '' until it was read. */
  version(): string
  happened(event: ObsEvent, fields: unknown): void
  beat(stats: unknown): void
  setupChanged(): void
  /** Resolves when the state tells how far she is set up now. */
  setupRead(): Promise<void>
}

export interface TieOptions {
  readonly line: ObsLine
  readonly clock: Clock
  readonly names: ObsNames
  readonly setup: ObsSetup
  readonly signal: AbortSignal
  readonly onChange: () => void
  readonly onTrouble: (cause: unknown) => void
}

export function tieToObs({ line, clock, names, setup, signal, onChange, onTrouble }: TieOptions): ObsTie {
  const load = createObsLoad()
  let facts: ObsFacts | null = null
  let version = ''
  const reading = readObs({
    line,
    names,
    clock,
    signal,
    lookAtSetup: setup.steps,
    onRead(next) {
      facts = next
      onChange()
    },
    onTrouble,
  })
  line
    .call('GetVersion')
    .then((answer) => {
      const { obsVersion, obsWebSocketVersion } = VersionAnswer.parse(answer)
      version = names.hidden(`OBS ${obsVersion}, obs-websocket ${obsWebSocketVersion}`)
      onChange()
    })
    .catch((cause: unknown) => {
      if (!signal.aborted) onTrouble(cause)
    })
  return {
    line,
    facts: () => facts,
    load: load.current,
    version: () => version,
    happened(event, fields) {
      const { inputName, sourceName } = About.safeParse(fields).data ?? {}
      reading.outdated(outdatedBy(event), outdatedBy(event).length === 0 ? (inputName ?? sourceName) : undefined)
    },
    beat(stats) {
      load.take(stats)
      onChange()
    },
    setupChanged: () => reading.outdated(['setup']),
    async setupRead() {
      const steps = await setup.steps(line)
      if (facts) facts = { ...facts, setup: steps }
    },
  }
}
