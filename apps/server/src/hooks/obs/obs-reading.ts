// What is so in OBS. In: what may be out of date. Out: the facts, read anew; many changes within a moment are one reading.
import type { Ms, ObsState } from '@psiona/shared'
import type { Clock } from '../../clock'
import {
  FilterListAnswer,
  InputListAnswer,
  MuteAnswer,
  type ObsInput,
  OutputAnswer,
  SceneListAnswer,
  StudioModeAnswer,
  VolumeAnswer,
} from './obs-answer.external'
import { OBS_PARTS, type ObsPart } from './obs-events'
import type { ObsLine } from './obs-link'
import type { ObsNames } from './obs-names'
import { orNull } from './obs-problem'
import { itemsIn } from './obs-scene-items'

/** Faders send up to 60 events a second; four readings a second are as many as a panel shows. */
const GATHER_MS: Ms = 100
/** After a reading that failed: OBS was loading, or an answer was strange. */
const AGAIN_MS: Ms = 1000

export interface ObsFacts
  extends Pick<ObsState, 'scene' | 'sources' | 'inputs' | 'streaming' | 'recording' | 'studioMode' | 'setup'> {
  readonly scenes: readonly string[]
}

export interface ReadingOptions {
  readonly line: ObsLine
  readonly names: ObsNames
  readonly clock: Clock
  /** Aborted: the line is over. */
  readonly signal: AbortSignal
  /** How far she is set up. */
  readonly lookAtSetup: (line: ObsLine) => Promise<ObsState['setup']>
  readonly onRead: (facts: ObsFacts) => void
  readonly onTrouble: (cause: unknown) => void
}

export interface ObsReading {
  /** Parts, or one input (by OBS's own name), may be out of date. */
  outdated(parts: readonly ObsPart[], input?: string): void
}

/** Reads everything at once, then what is out of date, until the signal aborts. */
export function readObs({ line, names, clock, signal, lookAtSetup, onRead, onTrouble }: ReadingOptions): ObsReading {
  let facts: ObsFacts | null = null
  let parts = new Set<ObsPart>(OBS_PARTS)
  let single = new Set<string>()
  let reading = false

  const described = async ({ inputName, inputKind }: ObsInput): Promise<ObsState['inputs'][number]> => {
    const [mute, volume, filters] = await Promise.all([
      orNull(line.call('GetInputMute', { inputName })),
      orNull(line.call('GetInputVolume', { inputName })),
      orNull(line.call('GetSourceFilterList', { sourceName: inputName })),
    ])
    const makesSound = mute !== null && volume !== null
    return {
      name: names.shown(inputName),
      kind: inputKind,
      audio: makesSound ? { muted: MuteAnswer.parse(mute).inputMuted, db: VolumeAnswer.parse(volume).inputVolumeDb } : null,
      filters: FilterListAnswer.parse(filters ?? {}).filters.map(({ filterName, filterKind, filterEnabled }) => ({
        name: names.shown(filterName),
        kind: filterKind,
        enabled: filterEnabled,
      })),
    }
  }
  const scenes = async () => {
    const { currentProgramSceneName, scenes } = SceneListAnswer.parse(await line.call('GetSceneList'))
    // OBS counts from the bottom of its list.
    return { program: currentProgramSceneName ?? '', all: scenes.map(({ sceneName }) => sceneName).reverse() }
  }
  const sources = async (scene: string) =>
    ((scene === '' ? null : await orNull(itemsIn(line, scene))) ?? []).map((item) => ({
      name: names.shown(item.sourceName),
      kind: item.inputKind ?? (item.isGroup ? 'group' : 'scene'),
      visible: item.sceneItemEnabled,
    }))
  const inputs = async () => {
    const { inputs } = InputListAnswer.parse(await line.call('GetInputList'))
    return Promise.all(inputs.map(described))
  }
  const outputs = async () => {
    const [stream, record, studio] = await Promise.all([
      line.call('GetStreamStatus').then(OutputAnswer.parse),
      line.call('GetRecordStatus').then(OutputAnswer.parse),
      line.call('GetStudioModeEnabled').then(StudioModeAnswer.parse),
    ])
    return {
      streaming: stream.outputActive,
      recording: record.outputActive ? (record.outputPaused ? ('paused' as const) : ('yes' as const)) : ('no' as const),
      studioMode: studio.studioModeEnabled,
    }
  }
  const someInputs = async (known: ObsState['inputs'], changed: ReadonlySet<string>) =>
    Promise.all(
      known.map((input) => {
        const inputName = names.real(input.name)
        return changed.has(inputName)
          ? described({ inputName, inputKind: input.kind, inputUuid: '', unversionedInputKind: '' })
          : input
      }),
    )

  const read = async (due: ReadonlySet<ObsPart>, changed: ReadonlySet<string>): Promise<ObsFacts> => {
    // The scene is asked for with its sources: between two answers it may have changed.
    const sceneDue = facts === null || due.has('scenes') || due.has('sources')
    const seen = sceneDue ? await scenes() : null
    return {
      scene: seen ? (seen.program === '' ? '' : names.shown(seen.program)) : (facts?.scene ?? ''),
      scenes: seen ? seen.all.map(names.shown) : (facts?.scenes ?? []),
      sources: seen ? await sources(seen.program) : (facts?.sources ?? []),
      inputs: due.has('inputs') ? await inputs() : await someInputs(facts?.inputs ?? [], changed),
      ...(facts === null || due.has('outputs')
        ? await outputs()
        : { streaming: facts.streaming, recording: facts.recording, studioMode: facts.studioMode }),
      setup: due.has('setup') ? await lookAtSetup(line) : (facts?.setup ?? []),
    }
  }
  const run = async () => {
    if (reading) return
    reading = true
    while (!signal.aborted && (parts.size > 0 || single.size > 0)) {
      if (facts !== null) await clock.sleep(GATHER_MS, signal)
      const [due, changed] = [parts, single]
      parts = new Set()
      single = new Set()
      try {
        const next = await read(due, changed)
        if (signal.aborted) break
        facts = next
        onRead(next)
      } catch (cause) {
        if (signal.aborted) break
        for (const part of due) parts.add(part)
        for (const input of changed) single.add(input)
        onTrouble(cause)
        await clock.sleep(AGAIN_MS, signal)
      }
    }
    reading = false
  }
  void run()
  return {
    outdated(more, input) {
      for (const part of more) parts.add(part)
      if (input !== undefined) single.add(input)
      void run()
    },
  }
}
