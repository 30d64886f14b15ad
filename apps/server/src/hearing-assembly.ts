// The hearing chain of the server: microphone, detector, recognisers, models, and what is kept of it.
import { rmSync } from 'node:fs'
import {
  type HearingTest,
  type PageEars,
  type PageEarsOrder,
  type PageTranscript,
  type PartHealth,
  Problem,
} from '@psiona/shared'
import type { Clock } from './clock'
import type { Config } from './config'
import { createCapture } from './ears/capture-command'
import { createEars } from './ears/ears'
import { createSherpaSpeakerIdentity } from './ears/speaker-identity-sherpa'
import { missingSilero, openSileroVads } from './ears/vad-silero'
import { createVadsOnDemand } from './ears/vads-on-demand'
import { createEventNotes } from './event-notes'
import type { House, HouseNews } from './house'
import type { Log } from './log'
import type { MicrophoneSwitch } from './microphone-switch'
import { modelsHealth } from './models-health'
import { createOpenParts } from './open-parts'
import type { SpeakerIdentity } from './organs'
import type { OwnVoice } from './own-voice'
import { recognisersOf, recogniserTmpDir, SHERPA_WORKER, sherpaModelOf, vadFile } from './recogniser-assembly'
import { openModelFiles } from './store/model-files'
import type { SettingsFile } from './store/settings-file'
import { openTraces } from './store/traces'
import { type Topic, topic } from './streams'

/** Less says too little about a voice. */
const LEARNED_FROM_SECONDS = 3

export interface HearingParts {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly settings: Pick<SettingsFile, 'current'>
  readonly microphone: MicrophoneSwitch
  readonly news: Topic<HouseNews>
  readonly ownVoice: OwnVoice
}

export function openHearingChain(parts: HearingParts) {
  const { config, clock, log, settings, microphone, news, ownVoice } = parts
  const told = (what: string) => (cause: unknown) => log.error({ err: cause }, what)
  const open = createOpenParts(told('a part of hearing did not close'))
  const hearing = () => settings.current().hearing
  // What was being recognised when the last run was killed is nobody's any more.
  rmSync(recogniserTmpDir(config, 'server'), { recursive: true, force: true })

  const models = openModelFiles({
    catalogueFile: config.modelCatalogueFile,
    dir: config.modelsDir,
    clock,
    log,
    onChange: (list) => {
      news.publish({ type: 'models-changed', models: list })
      settle()
    },
  })
  open.add(models.close)
  const traces = openTraces({
    dataDir: config.dataDir,
    clock,
    wanted: () => settings.current().traces,
    onTrouble: told('old recordings or events were not removed'),
  })
  open.add(traces.close)
  const note = createEventNotes((event) => {
    try {
      traces.note(event)
    } catch (cause) {
      told('an event was not noted')(cause)
    }
  })
  open.add(news.subscribe(note))

  /** What the page that had the microphone last said it can; kept while that page reconnects. */
  let pageEars: { readonly micId: string | null; readonly can: PageEars } | null = null
  const pageTranscripts = topic<PageTranscript>()
  const recognisers = recognisersOf({
    config,
    clock,
    settings,
    models,
    page: {
      ears: () => pageEars?.can ?? null,
      microphoneOn: () => microphone.state().source !== null,
      transcripts: pageTranscripts,
    },
    who: 'server',
    onTrouble: told('a recogniser'),
  })
  open.add(recognisers.transcribers.close)
  const pageEarsOrder = (): PageEarsOrder => {
    const { recogniser, language } = hearing()
    const { kind } = recognisers.transcribers.resolve(recogniser, language)
    // A page that has not said yet what it can is asked as well: it does nothing that it cannot.
    return { on: kind === 'page' || (recogniser.kind === 'auto' && kind === 'none'), language }
  }

  let identity: { readonly modelId: string | null; readonly speaker: SpeakerIdentity } | null = null
  const closeIdentity = () => {
    identity?.speaker.close().catch(told('the model that tells voices apart did not close'))
    identity = null
  }
  /** Of the installed speaker model; made anew when that is another one. */
  const openIdentity = (): SpeakerIdentity => {
    const entry = models.installed().find(({ job }) => job === 'speaker')
    if (identity && identity.modelId === (entry?.id ?? null)) return identity.speaker
    closeIdentity()
    const model = entry && sherpaModelOf(models, entry.id)
    const speaker = createSherpaSpeakerIdentity({
      installed: model?.job === 'speaker' ? { model, folder: models.folderOf(model.id) } : null,
      workerFile: SHERPA_WORKER,
      clock,
      ...traces.voice,
    })
    identity = { modelId: entry?.id ?? null, speaker }
    return speaker
  }
  open.add(closeIdentity)

  /** Only where it wants something of the user. */
  const identityHealth = (): PartHealth | null => {
    if (!settings.current().traces.voices.on) return null
    const { state, detail, remedy } = openIdentity().health()
    return state === 'ok' ? null : { part: 'models', state: 'trouble', detail, ...(remedy ? { remedy } : {}) }
  }

  const capture = createCapture({ clock, gate: microphone.gate, onPlugged: (source) => microphone.plugged('capture', source) })
  const vads = createVadsOnDemand({
    load: () => openSileroVads(vadFile(config)),
    missing: missingSilero(vadFile(config)),
    onTrouble: told('the voice detector'),
  })
  open.add(vads.close)
  const warm = ({ type }: HouseNews) => {
    const { source, mode } = microphone.state()
    if (type === 'microphone-changed' && source && mode !== 'muted') vads.warm()
  }
  open.add(news.subscribe(warm))
  const ears = createEars({
    clock,
    vads,
    transcriber: recognisers.chosen,
    identity: () => (settings.current().traces.voices.on ? openIdentity() : null),
    pauseMs: () => hearing().pauseMs,
    microphone: microphone.state,
    capture: capture.chunks,
    onLevel: (dbfs) => news.publish({ type: 'mic-level-measured', dbfs }),
    isEcho: ownVoice.isEcho,
    keep: () => (settings.current().traces.recordings.on ? traces.record : null),
    onTrouble: told('the ears'),
  })
  open.add(ears.close)
  open.add(capture.close)

  let orderSent = ''
  /** Which recogniser is meant may follow what is installed and what the page can. */
  const settle = () => {
    capture.settle(hearing().capture)
    const order = pageEarsOrder()
    if (JSON.stringify(order) !== orderSent) news.publish({ type: 'page-ears-wanted', order })
    orderSent = JSON.stringify(order)
  }

  return {
    ears,
    /** To be called when everything that is told of changes is there, and when the settings have changed. */
    settle,
    close: open.close,
    page: {
      pageEars(can: PageEars | null) {
        const micId = microphone.state().source?.micId ?? null
        if (can) pageEars = { micId, can }
        else if (micId !== null && micId !== pageEars?.micId) pageEars = null
        settle()
      },
      pageTranscript: pageTranscripts.publish,
      pageEarsOrder,
    } satisfies Partial<House['microphone']>,
    hearing: {
      testHearing: (seconds: number): Promise<HearingTest> => ears.test(seconds),
      findRecognisers: recognisers.find,
      async learnVoice() {
        if (!settings.current().traces.voices.on)
          throw new Problem('voices-off', 'refused', 'Nothing is kept of voices. Switch “Tell my voice from a guest’s” on first.')
        const recording = ears.lastTest()
        if (!recording)
          throw new Problem(
            'no-recording',
            'missing',
            'Nothing has been recorded yet. Make a test recording on the Ears page first.',
          )
        if (recording.seconds < LEARNED_FROM_SECONDS)
          throw new Problem(
            'voice-too-short',
            'input',
            'There is too little speech in the last test recording. Speak for at least 3 seconds.',
          )
        await openIdentity().learnOwner(recording.samples)
        return recording.seconds
      },
    } satisfies Pick<House, 'testHearing' | 'findRecognisers' | 'learnVoice'>,
    /** For whoever else needs what is installed. */
    modelFiles: models,
    models: {
      current: models.list,
      list: async () => ({ models: models.list(), freeBytes: await models.freeBytes() }),
      pull: async (id: string) => models.pull(id),
      pause: models.pause,
      verify: models.verify,
      remove: models.remove,
    },
    traces: {
      list: async () => traces.list(),
      async wipe(kind) {
        if (kind === 'voices') closeIdentity()
        return traces.wipe(kind)
      },
    } satisfies House['traces'],
    health(): PartHealth[] {
      const broken = capture.trouble()
      const [mic, ...rest] = ears.health()
      return [
        ...(broken ? [{ part: 'microphone' as const, state: 'trouble' as const, ...broken }] : mic ? [mic] : []),
        ...rest,
        identityHealth() ?? modelsHealth(models.list()),
      ]
    },
  }
}
