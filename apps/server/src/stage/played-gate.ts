// Which played reports count. In: blocks as sent, reports as received. Out: yes or no. A report moves the clock of the voice, so a wrong one must not.
import { BLOCK_SAMPLES, type Played, type VoiceBlock } from '@psiona/shared'
import type { Clock } from '../clock'

/** 8.5 s of blocks: no client holds more than the voice's lead and its own backlog (about 1.5 s). */
const REMEMBERED_BLOCKS = 512
/** Twice the rate of blocks: a client that was held up reports a few at once. */
const REPORTS_PER_S = 120

export interface PlayedGate {
  sent(block: Pick<VoiceBlock, 'blockId' | 'atSample'>): void
  /** Another client sounds from here on; it may stand elsewhere. */
  restart(): void
  lets(played: Played): boolean
}

export function createPlayedGate(clock: Pick<Clock, 'monotonicMs'>): PlayedGate {
  const blockIds = new Float64Array(REMEMBERED_BLOCKS).fill(-1)
  const atSamples = new Float64Array(REMEMBERED_BLOCKS)
  let lastBlockId = -1
  let allowance = REPORTS_PER_S
  let checkedMs = clock.monotonicMs()

  const withinRate = (): boolean => {
    const nowMs = clock.monotonicMs()
    allowance = Math.min(REPORTS_PER_S, allowance + ((nowMs - checkedMs) / 1000) * REPORTS_PER_S)
    checkedMs = nowMs
    if (allowance < 1) return false
    allowance--
    return true
  }
  return {
    sent({ blockId, atSample }) {
      blockIds[blockId % REMEMBERED_BLOCKS] = blockId
      atSamples[blockId % REMEMBERED_BLOCKS] = atSample
    },
    restart() {
      lastBlockId = -1
    },
    lets({ blockId, atSample }) {
      if (!withinRate() || blockId <= lastBlockId) return false
      const at = blockId % REMEMBERED_BLOCKS
      const start = atSamples[at] ?? Number.NaN
      if (blockIds[at] !== blockId || atSample < start || atSample >= start + BLOCK_SAMPLES) return false
      lastBlockId = blockId
      return true
    },
  }
}
