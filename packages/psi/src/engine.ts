// The engine: scores, moods and gestures flow in; 400 samples and the face that belongs to their first flow out, block after block.
// One clock, one field, two readers. Sample world: render neither allocates nor throws.
import {
  BLOCK_SAMPLES,
  CONTROL_STEP_SAMPLES,
  type Emotion,
  type FaceFrame,
  type Gesture,
  KERNEL_BLOCK_SAMPLES,
  type Ms,
  type Samples,
  samplesFromMs,
  type VoiceDials,
} from '@psiona/shared'
import { emotionWeights } from './emotion-voice'
import { EngineClock, type PlacedScore, type QueuedScore } from './engine-clock'
import { FaceMap } from './face-map'
import { wearMood } from './face-mood'
import { Field } from './field'
import { GesturePlayer } from './gesture-player'
import { IdleLife } from './idle-life'
import { type Kernel, newKernelStep, STEPS_PER_KERNEL_BLOCK } from './kernel'
import { createPortableKernel } from './kernel-portable'
import { ACCENT_OSCILLATORS, MOUTH_OSCILLATORS, OSCILLATOR, VOICE_OSCILLATORS } from './oscillator'
import type { Score } from './score'
import { ScoreTimeline } from './score-timeline'
import { Voice } from './voice'
import { voiceSetting } from './voice-setting'
import { warmUp } from './warm-up'

export interface Engine {
  /** Next sample to be rendered. */
  readonly atSample: Samples
  /** Speech not rendered yet. */
  readonly queuedSamples: Samples
  /** After what is queued, else at once; `leadMs` of silence before it. */
  enqueue(score: Score, leadMs?: Ms): PlacedScore
  /** What is not rendered is dropped; the voice fades within 5 ms of the next block, the mouth relaxes. */
  cut(): void
  /** What face and voice wear from now on, eased over half a second; a queued score brings its own feeling. */
  setMood(emotion: Emotion): void
  /** Eases what is being said to other dials; later scores carry their own. */
  setDials(dials: VoiceDials): void
  gesture(name: Gesture): void
  /** One VoiceBlock: BLOCK_SAMPLES into `pcm`, FACE_CHANNEL_COUNT into `face`. True when it has sound. */
  render(pcm: Float32Array, face: FaceFrame): boolean
}

export interface EngineOptions {
  readonly seed: number
  readonly dials: VoiceDials
  readonly startSample?: Samples
}

const FADE_SAMPLES = samplesFromMs(5)
/** After a cut: the mouth at once, the head at ease. */
const MOUTH_RELAX_TAU_MS: Ms = 14
const HEAD_RELAX_TAU_MS: Ms = 120
const KERNEL_BLOCKS = BLOCK_SAMPLES / KERNEL_BLOCK_SAMPLES

/** Ready to render without delay: code paths and tables are warm. */
export function createEngine(options: EngineOptions): Engine {
  warmUp((dials) => new FieldEngine({ seed: 1, dials }))
  return new FieldEngine(options)
}

class FieldEngine implements Engine {
  private readonly clock: EngineClock
  private readonly field = new Field()
  private readonly timeline = new ScoreTimeline(this.field)
  private readonly voice = new Voice(this.field)
  private readonly face = new FaceMap(this.field)
  private readonly gestures = new GesturePlayer(this.field)
  private readonly idle: IdleLife
  private readonly kernel: Kernel = createPortableKernel()
  private readonly steps = Array.from({ length: STEPS_PER_KERNEL_BLOCK }, newKernelStep)
  private playing: QueuedScore | null = null
  private fading = false
  private mood: Emotion = {}
  /** Of what is being said. */
  private spokenEmotion: Emotion = {}
  private spokenDials: VoiceDials

  constructor({ seed, dials, startSample = 0 }: EngineOptions) {
    this.clock = new EngineClock(startSample)
    this.idle = new IdleLife(this.field, seed, this.clock.atSample)
    this.spokenDials = dials
    this.voice.begin(voiceSetting(dials, {}), seed)
    this.voice.describe(this.steps[0]!)
  }

  get atSample(): Samples {
    return this.clock.atSample
  }
  get queuedSamples(): Samples {
    return this.clock.queuedSamples
  }

  enqueue(score: Score, leadMs: Ms = 0): PlacedScore {
    const earliest = this.clock.atSample + (this.fading ? BLOCK_SAMPLES : 0)
    return this.clock.place(score, voiceSetting(score.dials, score.emotion), earliest, leadMs)
  }

  cut(): void {
    this.clock.clear()
    if (!this.playing) return
    this.fading = true
    this.timeline.end()
    for (const name of MOUTH_OSCILLATORS) this.field.goal(OSCILLATOR[name], 0, MOUTH_RELAX_TAU_MS)
    for (const name of ACCENT_OSCILLATORS) this.field.goal(OSCILLATOR[name], 0, HEAD_RELAX_TAU_MS)
  }

  setMood(emotion: Emotion): void {
    this.mood = emotion
    wearMood(this.field, emotion)
    if (!this.playing) return
    this.spokenEmotion = emotion
    this.voice.retune(voiceSetting(this.spokenDials, emotion))
  }

  setDials(dials: VoiceDials): void {
    if (!this.playing) return
    this.spokenDials = dials
    this.voice.retune(voiceSetting(dials, this.spokenEmotion))
  }

  gesture(name: Gesture): void {
    this.gestures.start(name, this.clock.atSample)
  }

  render(pcm: Float32Array, face: FaceFrame): boolean {
    if (!this.fading) this.turnToCurrent()
    this.face.read(face)
    let sounds = false
    for (let block = 0; block < KERNEL_BLOCKS; block++) {
      for (let s = 0; s < STEPS_PER_KERNEL_BLOCK; s++) {
        this.stepField(this.clock.atSample + block * KERNEL_BLOCK_SAMPLES + s * CONTROL_STEP_SAMPLES)
        if (this.playing) this.voice.describe(this.steps[s]!)
      }
      if (this.playing && this.kernel.render(this.steps, pcm, block * KERNEL_BLOCK_SAMPLES)) sounds = true
    }
    if (!this.playing) pcm.fill(0)
    this.clock.atSample += BLOCK_SAMPLES
    if (this.fading) {
      fadeOut(pcm)
      this.fading = false
      this.finish()
    }
    return sounds
  }

  private turnToCurrent(): void {
    const current = this.clock.current()
    if (current === this.playing) return
    if (this.playing) this.finish()
    if (current) this.begin(current)
  }

  private begin(queued: QueuedScore): void {
    const { score, setting } = queued
    this.playing = queued
    this.spokenDials = score.dials
    this.spokenEmotion = score.emotion
    this.field.phase[OSCILLATOR.vibrato] = 0
    this.voice.begin(setting, score.seed)
    this.kernel.reset(score.seed)
    this.timeline.begin(score)
    if (emotionWeights(score.emotion).length > 0) wearMood(this.field, score.emotion)
  }

  private finish(): void {
    this.playing = null
    this.timeline.end()
    for (const name of VOICE_OSCILLATORS) this.field.settle(OSCILLATOR[name], 0)
    wearMood(this.field, this.mood)
  }

  private stepField(atSample: Samples): void {
    if (this.playing) this.timeline.advance(atSample - this.playing.startSample)
    this.gestures.advance(atSample)
    this.idle.advance(atSample)
    this.field.step()
  }
}

/** Half a cosine: no step at either end. */
function fadeOut(pcm: Float32Array): void {
  for (let n = 0; n < FADE_SAMPLES; n++) pcm[n] = pcm[n]! * (0.5 + 0.5 * Math.cos((Math.PI * (n + 1)) / FADE_SAMPLES))
  pcm.fill(0, FADE_SAMPLES)
}
