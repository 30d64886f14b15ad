// What the tiny models for tests are made of: nodes, weights, token lists. A deep tone is 'low', a bright one is 'high', silence is nothing.
import type { OnnxGraph, OnnxNode } from './tiny-onnx'

/** Of one model: what is in its folder, file by file. */
export type TinyFiles = Readonly<Record<string, OnnxGraph | string>>

/** Mel bins of a log-mel frame; the lower half lies under about 1.7 kHz. */
export const MELS = 80
/** By how much (natural log) one half must outdo the other to be a word. */
export const CLEAR = 1.5

export const range = (length: number): number[] => Array.from({ length }, (_, index) => index)

/** Weights of MELS×columns for one frame or several: column `low` tells how much deeper than bright it is, `high` the opposite, the others nothing. */
export const contrast = (columns: number, low: number, high: number, frames = 1): number[] =>
  range(MELS * frames).flatMap((row) => {
    const side = (row % MELS < MELS / 2 ? 1 : -1) / ((MELS / 2) * frames)
    return range(columns).map((column) => (column === low ? side : column === high ? -side : 0))
  })

export const oneAt = (columns: number, at: number, height: number): number[] =>
  range(columns).map((column) => (column === at ? height : 0))

export const node = (op: string, inputs: string[], out: string, attributes: OnnxNode['attributes'] = {}): OnnxNode => ({
  op,
  in: inputs,
  out: [out],
  attributes,
})

/** tokens.txt */
export const tokens = (...symbols: string[]): string => symbols.map((symbol, id) => `${symbol} ${id}\n`).join('')
