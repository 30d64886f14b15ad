// What the face will do in the next 300 ms if no packet comes: values at knots on the way. In: numbers; out: bytes beside a block, and back.
// Layout: u32 channels that move (bit k = FORECAST_CHANNELS[k]), then for each of them u8 e and a signed byte q for every knot:
// face value + q / 127 · 2^−e of the channel's range. Channels that are left out stay as they are.
import { FACE_CHANNELS, type FaceFrame } from './face-frame'
import { type Samples, samplesFromMs } from './units'

/** Slower than a blink's lid, faster than a nod: straight lines between these are within 1 % of the range. */
export const FORECAST_KNOT_SAMPLES: Samples = samplesFromMs(50)
export const FORECAST_KNOTS = 6
/** From the block's first sample on. */
export const FORECAST_SAMPLES: Samples = FORECAST_KNOTS * FORECAST_KNOT_SAMPLES

/** Without sound no mouth opens and no key is filled, so that of the mouth only its shape is foretold: the one it relaxes to. */
const needsSound = (name: string): boolean => name === 'mouthOpen' || name.startsWith('vowel')
/** Places in a FaceFrame. */
export const FORECAST_CHANNELS: readonly number[] = FACE_CHANNELS.flatMap(({ name }, i) => (needsSound(name) ? [] : [i]))
export const FORECAST_LENGTH = FORECAST_CHANNELS.length * FORECAST_KNOTS

/** Values of FORECAST_CHANNELS, the knots of a channel side by side. */
export type FaceForecast = Float32Array

export const MASK_BYTES = 4
const CHANNEL_BYTES = 1 + FORECAST_KNOTS
/** A move of less than 2^−12 of the range (0.015° of the head) is none. */
const MOST_EXPONENT = 12
const STEPS = 127
const RANGES = FORECAST_CHANNELS.map((channel) => FACE_CHANNELS[channel]!.max - FACE_CHANNELS[channel]!.min)

export const MOST_FORECAST_BYTES = MASK_BYTES + FORECAST_CHANNELS.length * CHANNEL_BYTES

/** The largest move of the k-th channel, in parts of its range. */
function reach(forecast: FaceForecast, face: FaceFrame, k: number): number {
  let most = 0
  for (let knot = 0; knot < FORECAST_KNOTS; knot++)
    most = Math.max(most, Math.abs(forecast[k * FORECAST_KNOTS + knot]! - face[FORECAST_CHANNELS[k]!]!))
  return most / RANGES[k]!
}

/** Writes from `offset` on; `view` has room for MOST_FORECAST_BYTES. Returns where it ends. */
export function writeForecast(forecast: FaceForecast, face: FaceFrame, view: DataView, offset: number): number {
  let mask = 0
  let at = offset + MASK_BYTES
  for (let k = 0; k < FORECAST_CHANNELS.length; k++) {
    const most = reach(forecast, face, k)
    if (!(most >= 2 ** -MOST_EXPONENT)) continue
    mask |= 1 << k
    const exponent = Math.max(0, Math.min(MOST_EXPONENT, Math.floor(-Math.log2(most))))
    const perUnit = (STEPS * 2 ** exponent) / RANGES[k]!
    view.setUint8(at++, exponent)
    for (let knot = 0; knot < FORECAST_KNOTS; knot++) {
      const step = Math.round((forecast[k * FORECAST_KNOTS + knot]! - face[FORECAST_CHANNELS[k]!]!) * perUnit)
      view.setInt8(at++, Math.max(-STEPS, Math.min(STEPS, step)))
    }
  }
  view.setUint32(offset, mask >>> 0, true)
  return at
}

/** From `offset` to the end of the view. @throws RangeError when that is no forecast, or more than one. */
export function readForecast(view: DataView, offset: number, face: FaceFrame): FaceForecast {
  if (view.byteLength < offset + MASK_BYTES) throw new RangeError('forecast too short')
  const mask = view.getUint32(offset, true)
  if (mask >>> FORECAST_CHANNELS.length !== 0) throw new RangeError('forecast of a channel there is not')
  let moving = 0
  for (let bits = mask; bits !== 0; bits >>>= 1) moving += bits & 1
  if (view.byteLength !== offset + MASK_BYTES + moving * CHANNEL_BYTES)
    throw new RangeError('forecast length does not fit its channels')
  const forecast = new Float32Array(FORECAST_LENGTH)
  let at = offset + MASK_BYTES
  for (let k = 0; k < FORECAST_CHANNELS.length; k++) {
    const from = face[FORECAST_CHANNELS[k]!]!
    if ((mask & (1 << k)) === 0) {
      forecast.fill(from, k * FORECAST_KNOTS, (k + 1) * FORECAST_KNOTS)
      continue
    }
    const exponent = view.getUint8(at++)
    if (exponent > MOST_EXPONENT) throw new RangeError(`forecast scale ${exponent}`)
    const unit = RANGES[k]! / (STEPS * 2 ** exponent)
    for (let knot = 0; knot < FORECAST_KNOTS; knot++) forecast[k * FORECAST_KNOTS + knot] = from + view.getInt8(at++) * unit
  }
  return forecast
}

/** The k-th channel `ahead` samples after its block's first, which had `value`; beyond the last knot that one. */
export function foretold(forecast: FaceForecast, k: number, value: number, ahead: Samples): number {
  const place = Math.max(0, Math.min(FORECAST_KNOTS, ahead / FORECAST_KNOT_SAMPLES))
  const knot = Math.floor(place)
  const before = knot === 0 ? value : forecast[k * FORECAST_KNOTS + knot - 1]!
  if (knot === FORECAST_KNOTS) return before
  return before + (forecast[k * FORECAST_KNOTS + knot]! - before) * (place - knot)
}
