// The one clock and its units. Nothing flows in; every package takes its numbers from here.

/** Audio samples at SAMPLE_RATE. */
export type Samples = number
export type Hertz = number
export type Ms = number
export type Seconds = number
/** A ratio or weight, 0..1 unless its place says otherwise. */
export type Unit = number

/** Samples a second of everything that sounds. 24 kHz carries speech to 12 kHz and divides by 60 and 480. */
export const SAMPLE_RATE = 24_000
/** The control group steps every 50 samples: 480 Hz, eight steps a face frame. */
export const CONTROL_STEP_SAMPLES = 50
/** The audio kernel renders 200 samples at a time. */
export const KERNEL_BLOCK_SAMPLES = 200
/** One VoiceBlock = one face frame = 400 samples: exactly 60 Hz. */
export const BLOCK_SAMPLES = 400
export const FACE_RATE = SAMPLE_RATE / BLOCK_SAMPLES

export const samplesFromMs = (ms: Ms): Samples => Math.round((ms * SAMPLE_RATE) / 1000)
export const msFromSamples = (samples: Samples): Ms => (samples * 1000) / SAMPLE_RATE
