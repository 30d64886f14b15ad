// The engine: scores, foreign sound, moods and gestures flow in; 400 samples and the face that belongs to their first flow out, block after block.
// One clock, one field, two readers. Sample world: render neither allocates nor throws.
import {
  BLOCK_SAMPLES,
  CONTROL_STEP_SAMPLES,
  type Emotion,
  type FaceForecast,
  type FaceFrame,
  type Gesture,
  KERNEL_BLOCK_SAMPLES,
  type Ms,
  type Samples,
  samplesFromMs,
  type VoiceDials,
} from '@psiona/shared'
import { emotionWeights } from './emotion-voice'
import { EngineClock, type PlacedScore, type QueuedScore, type QueuedSpeech } from './engine-clock'
import { FaceMap } from './face-map'
import { moodTargets, WORN_BY_MOOD, wearMood } from './face-mood'
import { Field } from './field'
import { Forecast } from './forecast'
import { ForecastGoals } from './forecast-goals'
import { ForeignSpeech } from './foreign-speech'
import { GesturePlayer } from './gesture-player'
import { IdleLife } from './idle-life'
import { type Kernel, newKernelStep, STEPS_PER_KERNEL_BLOCK } from './kernel'
import { createPortableKernel } from './kernel-portable'
import { ACCENT_OSCILLATORS, MOUTH_OSCILLATORS, OSCILLATOR, VOICE_OSCILLATORS } from './oscillator'
import type { OpenSound, PlacedSound, SoundOptions } from './placed-sound'
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
  /** Likewise for what another engine says: its sound is given to what is returned, also while it plays; the face follows it. Sound that is
   *  not there in time is silence, and the end moves. */
  enqueueSound(options: SoundOptions, leadMs?: Ms): OpenSound
  /** What is not rendered is dropped; the voice fades within 5 ms of the next block, the mouth relaxes. */
  cut(): void
  /** What face and voice wear from now on, eased over half a second; a queued score brings its own feeling. */
  setMood(emotion: Emotion): void
  /** At once, without easing: no feeling and no gesture is left in the face. For what must not be seen a moment longer. */
  neutral(): void
  /** Eases what is being said to other dials; later scores carry their own. */
  setDials(dials: VoiceDials): void
  gesture(name: Gesture): void
  /** One VoiceBlock: BLOCK_SAMPLES into `pcm`, FACE_CHANNEL_COUNT into `face`; where wanted, what the face does next into `forecast`. True when
   *  it has sound. */
  render(pcm: Float32Array, face: FaceFrame, forecast?: FaceForecast | null): boolean
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
  private readonly foreign = new ForeignSpeech(this.field)
  private readonly face = new FaceMap(this.field)
  private readonly forecast = new Forecast(this.field)
  private readonly coming = new ForecastGoals()
  private readonly gestures = new GesturePlayer(this.field)
  private readonly idle: IdleLife
  private readonly kernel: Kernel = createPortableKernel()
  private readonly steps = Array.from({ length: STEPS_PER_KERNEL_BLOCK }, newKernelStep)
  private playing: QueuedSpeech | null = null
  private fading = false
  /** The first cue of the score that is still to come. */
  private nextCue = 0
  private mood: Emotion = {}
  private moodTargets = moodTargets({})
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
    return this.clock.place(score, voiceSetting(score.dials, score.emotion), this.earliest, leadMs)
  }

  enqueueSound(options: SoundOptions, leadMs: Ms = 0): OpenSound {
    return this.clock.placeSound(options, this.earliest, leadMs)
  }

  cut(): void {
    this.clock.clear()
    if (!this.playing) return
    this.fading = true
    this.timeline.end()
    for (const name of MOUTH_OSCILLATORS) this.field.goal(OSCILLATOR[name], 0, MOUTH_RELAX_TAU_MS)
    for (const name of ACCENT_OSCILLATORS) this.field.goal(OSCILLATOR[name], 0, HEAD_RELAX_TAU_MS)
  }

  neutral(): void {
    this.setMood({})
    for (const oscillator of WORN_BY_MOOD) this.field.settle(oscillator, 0)
    this.gestures.end()
  }

  setMood(emotion: Emotion): void {
    this.mood = emotion
    this.moodTargets = moodTargets(emotion)
    wearMood(this.field, emotion)
    if (!this.playing) return
    this.spokenEmotion = emotion
    if (this.playing.kind === 'score') this.voice.retune(voiceSetting(this.spokenDials, emotion))
  }

  setDials(dials: VoiceDials): void {
    if (this.playing?.kind !== 'score') return
    this.spokenDials = dials
    this.voice.retune(voiceSetting(dials, this.spokenEmotion))
  }

  gesture(name: Gesture): void {
    this.gestures.start(name, this.clock.atSample)
  }

  render(pcm: Float32Array, face: FaceFrame, forecast: FaceForecast | null = null): boolean {
    if (!this.fading) this.turnToCurrent()
    this.face.read(face)
    if (forecast) this.foretell(forecast)
    const { playing } = this
    let sounds = false
    if (playing?.kind === 'score') sounds = this.speak(playing, pcm)
    else if (playing) sounds = this.follow(playing, pcm)
    else this.stand(pcm)
    this.clock.atSample += BLOCK_SAMPLES
    if (this.fading) {
      fadeOut(pcm)
      this.fading = false
      this.finish()
    }
    return sounds
  }

  private foretell(forecast: FaceForecast): void {
    const { coming, clock } = this
    coming.clear(clock.atSample)
    if (this.fading) coming.addMood(clock.atSample + BLOCK_SAMPLES, this.moodTargets)
    clock.foretell(coming, this.moodTargets)
    this.gestures.foretell(coming)
    this.idle.foretell(coming)
    this.forecast.write(forecast, coming)
  }

  private get earliest(): Samples {
    return this.clock.atSample + (this.fading ? BLOCK_SAMPLES : 0)
  }

  /** Her own voice: the field is stepped and read by both readers. */
  private speak({ score, startSample }: QueuedScore, pcm: Float32Array): boolean {
    let sounds = false
    for (let block = 0; block < BLOCK_SAMPLES; block += KERNEL_BLOCK_SAMPLES) {
      for (let s = 0; s < STEPS_PER_KERNEL_BLOCK; s++) {
        const atSample = this.clock.atSample + block + s * CONTROL_STEP_SAMPLES
        this.timeline.advance(atSample - startSample)
        if (!this.fading) this.gestureOnCue(score, atSample - startSample)
        this.stepField(atSample)
        this.voice.describe(this.steps[s]!)
      }
      if (this.kernel.render(this.steps, pcm, block)) sounds = true
    }
    return sounds
  }

  /** What the face does with a sound, such as laughing with a laugh. */
  private gestureOnCue({ cues }: Score, atSample: Samples): void {
    for (; this.nextCue < cues.length && cues[this.nextCue]!.atSample <= atSample; this.nextCue++)
      this.gestures.start(cues[this.nextCue]!.gesture, this.clock.atSample)
  }

  /** Another's voice: the face follows its sound. After a cut what was heard ahead is played, and nothing more is heard. */
  private follow(sound: PlacedSound, pcm: Float32Array): boolean {
    const { foreign } = this
    const ready = this.fading ? foreign.speaks(sound.queue) : sound.readyOrHeld(foreign.knows(sound.options.voice))
    if (ready && !foreign.speaks(sound.queue)) foreign.begin(sound.queue, sound.options.voice, sound.options.seed)
    let sounds = false
    for (let block = 0; block < BLOCK_SAMPLES; block += KERNEL_BLOCK_SAMPLES) {
      if (ready && !this.fading) foreign.advance()
      if (ready ? foreign.play(pcm, block) : foreign.starve(pcm, block)) sounds = true
      this.stepBlock(block)
    }
    return sounds
  }

  private stand(pcm: Float32Array): void {
    pcm.fill(0)
    for (let block = 0; block < BLOCK_SAMPLES; block += KERNEL_BLOCK_SAMPLES) this.stepBlock(block)
  }

  private stepBlock(block: Samples): void {
    for (let s = 0; s < STEPS_PER_KERNEL_BLOCK; s++) this.stepField(this.clock.atSample + block + s * CONTROL_STEP_SAMPLES)
  }

  private turnToCurrent(): void {
    const current = this.clock.current()
    if (current === this.playing) return
    if (this.playing) this.finish()
    if (current) this.begin(current)
  }

  private begin(queued: QueuedSpeech): void {
    this.playing = queued
    if (queued.kind === 'score') this.beginScore(queued)
    else this.spokenEmotion = queued.options.emotion
    if (emotionWeights(this.spokenEmotion).length > 0) wearMood(this.field, this.spokenEmotion)
  }

  private beginScore({ score, setting }: QueuedScore): void {
    this.nextCue = 0
    this.spokenDials = score.dials
    this.spokenEmotion = score.emotion
    this.field.phase[OSCILLATOR.vibrato] = 0
    this.voice.begin(setting, score.seed)
    this.kernel.reset(score.seed)
    this.timeline.begin(score)
  }

  private finish(): void {
    if (this.playing?.kind === 'sound') this.foreign.end()
    this.playing = null
    this.timeline.end()
    for (const name of VOICE_OSCILLATORS) this.field.settle(OSCILLATOR[name], 0)
    wearMood(this.field, this.mood)
  }

  private stepField(atSample: Samples): void {
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
