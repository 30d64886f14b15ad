// The voice organ. In: lines. Out: blocks, subtitles and cuts, for ever; and, to the record, what has been heard.
import type { Character, Cut, Duck, Emotion, Line, PartHealth, Samples, Turn, VoicePart } from '@psiona/shared'
import { msFromSamples } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Hearing, SpokenLine, Voice } from '../organs'
import { channel } from '../streams'
import { type EngineThread, startEngineThread } from './engine-thread'
import { createPacer } from './pacer'
import { heardText, heardWords } from './spoken'

/** The next line of a turn is composed when this much of the present one is left: composing takes a hundredth of it. */
const COMPOSE_AHEAD_MS = 600
/** Half a block: fine enough that a block is never late by the timer alone. */
const TICK_MS = 8
/** Progress reports a second while she speaks. */
const PROGRESS_EVERY_MS = 100
const FADE_MS = 5

export interface VoiceOptions {
  readonly clock: Clock
  readonly seed: number
  readonly workerFile: string
  readonly dictionaryFile: string
  readonly letterToSoundFile: string
  readonly character: Character
  readonly hearing: Hearing
  readonly onTrouble: (cause: unknown) => void
}

export interface PsiVoice extends Voice {
  /** The sounding client's report; sets the pace. */
  played(atSample: Samples, receivedMs: number): void
  /** Ends what sounds and what is queued. Returns when the cut is on its way (at once). */
  cut(reason: Cut['reason']): void
  /** Louder or quieter from now on, whatever is queued. */
  duck(duck: Duck): void
  setMood(emotion: Emotion): void
  setCharacter(character: Character): void
  close(): Promise<void>
}

export async function createVoice(options: VoiceOptions): Promise<PsiVoice> {
  const { clock, hearing } = options
  const out = channel<VoicePart>()
  const pacer = createPacer(clock.monotonicMs())
  const { character } = options
  let epoch = 0
  /** Why no line can be spoken any more; null when all is well. */
  let lost: string | null = null
  let closed = false
  /** Lines on the engine's clock that have not been heard to their end, in order. `closes`: its turn is over with it. */
  let placed: (SpokenLine & { started: boolean; heard: number; closes: boolean })[] = []

  const engine: EngineThread = await startEngineThread({
    seed: options.seed,
    dials: character.voice.dials,
    lexicon: character.voice.lexicon,
    dictionaryFile: options.dictionaryFile,
    letterToSoundFile: options.letterToSoundFile,
    workerFile: options.workerFile,
    onBlock: (block) => {
      if (block.epoch !== epoch) return
      const line = placed.find((spoken) => block.atSample < spoken.endSample && block.atSample >= spoken.startSample)
      out.push({ type: 'voice-block', block: { ...block, lineId: line?.line.id ?? null } })
    },
    onLost: (cause) => lose('The voice thread ended.', cause),
  })

  const renderDue = () => {
    const blocks = pacer.due(clock.monotonicMs())
    if (blocks > 0) engine.render(blocks)
  }
  let wake: (() => void) | null = null
  let progressMs = 0
  const follow = () => {
    const nowMs = clock.monotonicMs()
    const listenerAt = pacer.listenerAt(nowMs)
    for (const spoken of placed) {
      if (!spoken.started && listenerAt >= spoken.startSample) {
        spoken.started = true
        hearing.lineStarted(spoken.line.turn, spoken)
        hearing.firstSound(spoken.line.turn)
      }
      const heard = heardWords(spoken.words, listenerAt)
      if (spoken.started && heard !== spoken.heard && nowMs - progressMs >= PROGRESS_EVERY_MS) {
        progressMs = nowMs
        spoken.heard = heard
        hearing.wordsHeard(spoken.line.turn, spoken, heard)
      }
    }
    while (placed.length > 0 && listenerAt >= placed[0]!.endSample) {
      const done = placed.shift()!
      hearing.wordsHeard(done.line.turn, done, done.words.length)
      hearing.lineHeard(done.line.turn, done.line.text)
      if (done.closes) hearing.turnOver(done.line.turn)
    }
    if (wake && remainingMs(listenerAt) <= COMPOSE_AHEAD_MS) wake()
  }
  const remainingMs = (listenerAt: Samples) => {
    const last = placed.at(-1)
    return last ? msFromSamples(last.endSample - listenerAt) : 0
  }
  const stopTicking = clock.every(TICK_MS, () => {
    renderDue()
    follow()
  })

  /** Resolves when there is room for another line, or its turn is over. */
  const room = async (signal: AbortSignal) => {
    if (signal.aborted || remainingMs(pacer.listenerAt(clock.monotonicMs())) <= COMPOSE_AHEAD_MS) return
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

  /** Takes all lines off the clock; the record is told how much of each was heard when the result is called. */
  const clear = () => {
    // A line that began, or ended, since the last tick has done so before what comes now.
    follow()
    const listenerAt = pacer.listenerAt(clock.monotonicMs())
    const ended = placed
    placed = []
    return () => {
      for (const spoken of ended) {
        // One that never began is no line the panel should show.
        if (!spoken.started) continue
        hearing.wordsHeard(spoken.line.turn, spoken, heardWords(spoken.words, listenerAt))
        hearing.lineHeard(spoken.line.turn, heardText(spoken, listenerAt))
      }
      for (const turn of new Set(ended.map(({ line }) => line.turn))) hearing.turnOver(turn)
      wake?.()
    }
  }
  const cut = (reason: Cut['reason']) => {
    const tellRecord = clear()
    epoch++
    engine.cut(epoch)
    pacer.cut(clock.monotonicMs())
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
  /** No more lines of this turn come: it is over when those on the clock have been heard. */
  const end = (turn: Turn) => {
    const last = placed.findLast(({ line }) => line.turn === turn)
    if (last) last.closes = true
    else hearing.turnOver(turn)
  }

  const place = async (line: Line) => {
    const epochAtStart = epoch
    const at = await engine.speak(line.text, line.emotion, line.gesture)
    // A cut while the line was being composed: it never was on the clock of this epoch.
    if (epoch !== epochAtStart || line.turn.signal.aborted) return end(line.turn)
    if (at.words.length === 0) return line.last ? end(line.turn) : undefined
    const spoken = { line, ...at, started: false, heard: 0, closes: line.last }
    placed.push(spoken)
    pacer.speechUntil(at.endSample)
    out.push({
      type: 'voice-subtitle',
      subtitle: {
        lineId: line.id,
        turnId: line.turn.id,
        epoch,
        text: line.text,
        words: [...at.words],
        startSample: at.startSample,
        endSample: at.endSample,
      },
    })
    renderDue()
  }

  const take = async (lines: AsyncIterable<Line>) => {
    for await (const line of lines) {
      await room(line.turn.signal)
      if (line.turn.signal.aborted || !line.turn.aloud || lost) {
        if (line.last || line.turn.signal.aborted || lost) end(line.turn)
      } else if (line.text === '') {
        // A gesture after the last words has no sound to go with.
        if (line.gesture) engine.gesture(line.gesture)
        if (line.last) end(line.turn)
      } else {
        await place(line).catch((cause: unknown) => {
          if (closed) return
          options.onTrouble(cause)
          if (line.last || lost) end(line.turn)
        })
      }
    }
  }

  return {
    async *speak(lines) {
      take(lines).catch((cause: unknown) => lose('Her lines no longer reach the voice.', cause))
      yield* out
    },
    played: (atSample, receivedMs) => pacer.played(atSample, receivedMs),
    cut,
    duck: (duck) => void out.push({ type: 'voice-duck', duck }),
    setMood: (emotion) => engine.setMood(emotion),
    setCharacter(next) {
      engine.setCharacter(next.voice.dials, next.voice.lexicon)
    },
    health: (): PartHealth =>
      lost
        ? { part: 'voice', state: 'trouble', detail: lost, remedy: 'Restart Psiona.' }
        : { part: 'voice', state: 'ok', detail: 'oscillator voice, portable kernel' },
    close: async () => {
      closed = true
      stopTicking()
      out.close()
      await engine.close()
    },
  }
}
