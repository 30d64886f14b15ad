// The voice organ. In: lines. Out: blocks, subtitles and cuts, for ever; and, to the record, what has been heard.
import {
  type Character,
  type Cut,
  type Duck,
  type Emotion,
  type Line,
  type Ms,
  type PartHealth,
  SAMPLE_RATE,
  type Samples,
  type Seconds,
  twoHalves,
  type VoicePart,
  withoutSpeechMarks,
} from '@psiona/shared'
import type { Clock } from '../clock'
import type { Hearing, Tts, Voice } from '../organs'
import { channel } from '../streams'
import type { PlacedLine } from './engine-messages'
import { type EngineThread, startEngineThread } from './engine-thread'
import { ForeignVoice } from './foreign-voice'
import { createLateBlocks } from './late-blocks'
import { createLinesOnClock, type LineOnClock } from './lines-on-clock'
import { createPacer } from './pacer'
import type { Speakable } from './phonemisers'
import { createVoiceTrust } from './voice-trust'

/** The next line of a turn is composed when this much of the present one is left: composing takes a hundredth of it. */
const COMPOSE_AHEAD_MS = 600
/** Another voice is asked as much earlier as it takes to begin, but a cut should not waste more than a breath of it. */
const MOST_LEAD_MS: Ms = 4000
/** Half a block: fine enough that a block is never late by the timer alone. */
const TICK_MS = 8
const FADE_MS = 5
/** The last of a sound that cannot be rendered before more comes: the look-ahead of the face, a block, and what is on its way. */
const UNHEARD_SAMPLES: Samples = 1200
/** Without any, there is nothing for another voice to say. */
const SAYABLE = /[\p{L}\p{N}]/u

export interface VoiceOptions {
  readonly clock: Clock
  readonly seed: number
  readonly workerFile: string
  readonly dictionaryFile: string
  readonly letterToSoundFile: string
  readonly character: Character
  readonly hearing: Hearing
  readonly onTrouble: (cause: unknown) => void
  /** Who speaks instead of her own voice; asked for every line. Null: she does. Whoever gives it closes it. */
  readonly tts?: (() => Tts | null) | undefined
  /** BCP 47: what another voice is told. */
  readonly language?: (() => string) | undefined
  /** Whether blocks say what the face does next, for when packets are late; on unless said otherwise. */
  readonly forecast?: boolean | undefined
  /** Phones for text that English rules cannot read; never rejects. */
  readonly speakable?: ((text: string) => Promise<Speakable>) | undefined
}

export interface PsiVoice extends Voice {
  /** The sounding client's report; sets the pace. */
  played(atSample: Samples, receivedMs: number): void
  /** Ends what sounds and what is queued; after a panic her face is neutral as well. Returns when the cut is on its way (at once). */
  cut(reason: Cut['reason']): void
  /** Louder or quieter from now on, whatever is queued. */
  duck(duck: Duck): void
  setMood(emotion: Emotion): void
  setCharacter(character: Character): void
  /** 0..1: blocks of the last seconds that were ready too late, each a hole in what is heard. */
  lateBlocks(): number
  close(): Promise<void>
}

export async function createVoice(options: VoiceOptions): Promise<PsiVoice> {
  const { clock, hearing } = options
  const out = channel<VoicePart>()
  const pacer = createPacer(clock.monotonicMs())
  const late = createLateBlocks()
  const { character } = options
  const lines = createLinesOnClock(hearing)
  const trust = createVoiceTrust()
  const chosen = () => options.tts?.() ?? null
  let epoch = 0
  /** Aborted with every cut: whatever was asked of another voice is wanted no more. */
  let wanted = new AbortController()
  /** Why no line can be spoken any more; null when all is well. */
  let lost: string | null = null
  /** Why the last line was not said as it should be. */
  let note: string | null = null
  let closed = false

  const engine: EngineThread = await startEngineThread({
    seed: options.seed,
    dials: character.voice.dials,
    lexicon: character.voice.lexicon,
    dictionaryFile: options.dictionaryFile,
    letterToSoundFile: options.letterToSoundFile,
    workerFile: options.workerFile,
    forecast: options.forecast ?? true,
    onBlock: (block) => {
      if (block.epoch !== epoch) return
      late.came(block.atSample, listenerAt(), clock.monotonicMs())
      out.push({ type: 'voice-block', block: { ...block, lineId: lines.at(block.atSample)?.line.id ?? null } })
    },
    onLost: (cause) => lose('The voice thread ended.', cause),
  })
  const foreign = new ForeignVoice(clock, engine)

  const renderDue = () => {
    const blocks = pacer.due(clock.monotonicMs())
    if (blocks > 0) engine.render(blocks)
  }
  let wake: (() => void) | null = null
  const listenerAt = () => pacer.listenerAt(clock.monotonicMs())
  const hasRoom = () => {
    const aheadMs = COMPOSE_AHEAD_MS + (chosen() ? Math.min(MOST_LEAD_MS, foreign.leadMs) : 0)
    return lines.remainingMs(listenerAt()) <= aheadMs
  }
  const follow = () => {
    lines.follow(listenerAt(), clock.monotonicMs())
    if (wake && hasRoom()) wake()
  }
  const stopTicking = clock.every(TICK_MS, () => {
    renderDue()
    follow()
  })

  /** Resolves when there is room for another line, or its turn is over. */
  const room = async (signal: AbortSignal) => {
    if (signal.aborted || hasRoom()) return
    await new Promise<void>((resolve) => {
      const free = () => {
        wake = null
        signal.removeEventListener('abort', free)
        resolve()
      }
      wake = free
      signal.addEventListener('abort', free, { once: true })
    })
  }

  const clear = () => {
    // A line that began, or ended, since the last tick has done so before what comes now.
    follow()
    wanted.abort()
    wanted = new AbortController()
    const tellRecord = lines.clear(listenerAt())
    return () => {
      tellRecord()
      wake?.()
    }
  }
  const cut = (reason: Cut['reason']) => {
    const tellRecord = clear()
    epoch++
    engine.cut(epoch, reason === 'panic')
    pacer.cut(clock.monotonicMs())
    late.begins(listenerAt())
    out.push({ type: 'voice-cut', cut: { epoch, fadeMs: FADE_MS, reason } })
    renderDue()
    tellRecord()
  }
  /** From here on turns are over as soon as they have been answered: they are read, not heard. */
  const lose = (why: string, cause: unknown) => {
    lost = why
    options.onTrouble(cause)
    clear()()
  }

  const show = ({ line, words, startSample, endSample, open }: LineOnClock) => {
    if (!open) pacer.speechUntil(endSample)
    const text = withoutSpeechMarks(line.text)
    const subtitle = { lineId: line.id, turnId: line.turn.id, epoch, text, words: [...words], startSample, endSample }
    out.push({ type: 'voice-subtitle', subtitle })
    renderDue()
  }
  const phrasesOf = async (text: string) => {
    if (!options.speakable) return undefined
    const known = await options.speakable(text)
    note = known.note
    return known.phrases ?? undefined
  }

  /** `begun`: what another voice has said of it already. */
  const sayOwn = async (line: Line, text: string, begun: LineOnClock | null = null) => {
    const epochAtStart = epoch
    const phrases = await phrasesOf(text)
    // What is given to the engine after a cut would sound after it.
    if (epoch !== epochAtStart || line.turn.signal.aborted) return
    const gesture = begun ? undefined : line.gesture
    const placed = await engine.speak({ text, emotion: line.emotion, gesture, phrases })
    // A cut while the line was being composed: it never was on the clock of this epoch.
    if (epoch !== epochAtStart || line.turn.signal.aborted || placed.words.length === 0) return
    if (begun) Object.assign(begun, { words: [...begun.words, ...placed.words], endSample: placed.endSample, open: false })
    show(begun ?? lines.add(line, placed, false))
  }

  /** Her own voice says what another one cannot. */
  const sayForeign = async (tts: Tts, line: Line, text: string) => {
    const signal = AbortSignal.any([line.turn.signal, wanted.signal])
    const on: { clock: LineOnClock | null; all: PlacedLine | null } = { clock: null, all: null }
    const stand = (placed: PlacedLine, open: boolean): LineOnClock => {
      on.clock ??= lines.add(line, placed, open)
      Object.assign(on.clock, { endSample: placed.endSample, words: placed.words, open })
      show(on.clock)
      return on.clock
    }
    const onPlaced = (placed: PlacedLine, soundSeconds: Seconds) => {
      if (signal.aborted) return
      if (placed !== on.all) stand(placed, true)
      on.all = placed
      pacer.speechUntil(placed.startSample + soundSeconds * SAMPLE_RATE - UNHEARD_SAMPLES)
      renderDue()
    }
    const { emotion, gesture } = line
    const language = options.language?.() ?? 'en-US'
    try {
      const outcome = await foreign.say(tts, { text, language, emotion, gesture, phrases: phrasesOf(text), signal, onPlaced })
      if (outcome.kind === 'dropped') return
      if (outcome.kind === 'said') {
        trust.worked()
        stand(outcome.placed, false)
        return
      }
      trust.failed(outcome.problem, clock.monotonicMs())
      options.onTrouble(outcome.problem)
      if (!outcome.placed) return await sayOwn(line, line.text)
      const said = outcome.placed.words.length
      await sayOwn(line, said === 0 ? line.text : unsaid(on.all, said), stand(outcome.placed, true))
    } finally {
      if (on.clock) on.clock.open = false
    }
  }

  const say = async (line: Line) => {
    const epochAtStart = epoch
    const tts = trust.turnTo(chosen(), clock.monotonicMs())
    const text = withoutSpeechMarks(line.text)
    if (tts && SAYABLE.test(text)) await sayForeign(tts, line, text)
    else await sayOwn(line, line.text)
    if (line.last || line.turn.signal.aborted || epoch !== epochAtStart) lines.end(line.turn)
  }

  const take = async (source: AsyncIterable<Line>) => {
    for await (const line of source) {
      await room(line.turn.signal)
      if (line.turn.signal.aborted || !line.turn.aloud || lost) {
        if (line.last || line.turn.signal.aborted || lost) lines.end(line.turn)
      } else if (line.text === '') {
        // A gesture after the last words has no sound to go with.
        if (line.gesture) engine.gesture(line.gesture)
        if (line.last) lines.end(line.turn)
      } else {
        await say(line).catch((cause: unknown) => {
          if (closed) return
          options.onTrouble(cause)
          if (line.last || lost) lines.end(line.turn)
        })
      }
    }
  }

  return {
    async *speak(source) {
      take(source).catch((cause: unknown) => lose('Her lines no longer reach the voice.', cause))
      yield* out
    },
    played: (atSample, receivedMs) => pacer.played(atSample, receivedMs),
    cut,
    duck: (duck) => void out.push({ type: 'voice-duck', duck }),
    setMood: (emotion) => engine.setMood(emotion),
    setCharacter(next) {
      engine.setCharacter(next.voice.dials, next.voice.lexicon)
    },
    lateBlocks: () => late.share(clock.monotonicMs()),
    health: (): PartHealth => {
      if (lost) return { part: 'voice', state: 'trouble', detail: lost, remedy: 'Restart Psiona.' }
      const other = trust.health(chosen())
      if (other?.state === 'trouble' || (other && !note)) return { part: 'voice', ...other }
      if (note) return { part: 'voice', state: 'trouble', ...twoHalves(note) }
      return { part: 'voice', state: 'ok', detail: 'oscillator voice, portable kernel' }
    },
    close: async () => {
      closed = true
      stopTicking()
      wanted.abort()
      out.close()
      await engine.close()
    },
  }
}

/** What follows the first `count` words. */
const unsaid = (all: PlacedLine | null, count: number): string =>
  (all?.words ?? [])
    .slice(count)
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' ')
