// Recordings of a voice flow in; how loud each of its phones is in each band, against its vowels, and how long, flows out. Two voices: what the one has more.
import { readFile } from 'node:fs/promises'
import { readWav } from '@psiona/psi'
import type { Ms, Seconds } from '@psiona/shared'
import { type AlignedPhone, alignAll, type Recording } from './align-phones'
import { bandPower, JUDGE_RATE } from './band-power'
import { ALIGNED_VOWELS } from './openness'

export interface PhoneLevel {
  /** One for each of BANDS_HZ, over the mean vowel of its utterance. */
  readonly levelsDb: readonly number[]
  readonly meanMs: Ms
  /** How often it was heard. */
  readonly count: number
}
export interface PhoneDifference {
  readonly phone: string
  readonly a: PhoneLevel
  readonly b: PhoneLevel
  /** a − b, for each of BANDS_HZ. */
  readonly differenceDb: readonly number[]
}

/** Shorter ones have no middle of their own. */
const SHORTEST_SECONDS: Seconds = 0.03
const HALF_WINDOW_SECONDS: Seconds = 0.016
const LEAST_SAMPLES = 512
const LEAST_POWER = 1e-9

/** Recordings that cannot be aligned are left out. */
export async function phoneLevels(
  recordings: readonly Recording[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, PhoneLevel>> {
  const aligned = await alignAll(recordings, signal)
  const heard = new Map<string, { sumsDb: number[]; sumMs: number; count: number }>()
  for (const [index, { wavFile }] of recordings.entries())
    for (const { phone, levelsDb, ms } of phonesOf(readWav(await readFile(wavFile), JUDGE_RATE), aligned[index] ?? [])) {
      const one = heard.get(phone) ?? { sumsDb: levelsDb.map(() => 0), sumMs: 0, count: 0 }
      heard.set(phone, one)
      for (const [band, db] of levelsDb.entries()) one.sumsDb[band]! += db
      one.sumMs += ms
      one.count++
    }
  return new Map(
    [...heard].map(([phone, { sumsDb, sumMs, count }]) => [
      phone,
      { levelsDb: sumsDb.map((sum) => sum / count), meanMs: sumMs / count, count },
    ]),
  )
}

/** Of the phones that both have, by name. */
export function phoneDifferences(
  a: ReadonlyMap<string, PhoneLevel>,
  b: ReadonlyMap<string, PhoneLevel>,
): readonly PhoneDifference[] {
  return [...a.keys()].sort().flatMap((phone) => {
    const [ofA, ofB] = [a.get(phone), b.get(phone)]
    return ofA && ofB ? [{ phone, a: ofA, b: ofB, differenceDb: ofA.levelsDb.map((db, band) => db - ofB.levelsDb[band]!) }] : []
  })
}

/** Each phone by the middle of it, over the mean of the vowels; nothing where no vowel is. */
function phonesOf(sound: Float32Array, aligned: readonly AlignedPhone[]): { phone: string; levelsDb: number[]; ms: Ms }[] {
  const phones = aligned.flatMap(({ phone, start, end }) => {
    if (phone === '<sil>' || end - start < SHORTEST_SECONDS) return []
    const centre = (start + end) / 2
    const from = Math.trunc((centre - HALF_WINDOW_SECONDS) * JUDGE_RATE)
    const piece = from < 0 ? sound.subarray(0, 0) : sound.subarray(from, Math.trunc((centre + HALF_WINDOW_SECONDS) * JUDGE_RATE))
    if (piece.length < LEAST_SAMPLES) return []
    const { bands, total } = bandPower(piece)
    return [
      { phone, levelsDb: bands.map((power) => decibel(power + LEAST_POWER)), totalDb: decibel(total), ms: (end - start) * 1000 },
    ]
  })
  const vowels = phones.filter(({ phone }) => ALIGNED_VOWELS.has(phone))
  const vowelDb = vowels.reduce((sum, { totalDb }) => sum + totalDb, 0) / vowels.length
  return vowels.length === 0
    ? []
    : phones.map(({ phone, levelsDb, ms }) => ({ phone, levelsDb: levelsDb.map((db) => db - vowelDb), ms }))
}

const decibel = (power: number) => 10 * Math.log10(power)
