// How far ahead of the listener the engine renders. In: where the sounding client is, the clock. Out: how many blocks to render now.
// The listener is the sounding client as long as it reports; otherwise a virtual one that plays by the clock.
import { BLOCK_SAMPLES, type Ms, SAMPLE_RATE, type Samples, samplesFromMs } from '@psiona/shared'
import { RING_SLOTS } from './block-ring'

/** Silence is rendered just in time: what lies queued at a client delays the next answer. 3 blocks outlast a late timer. */
export const IDLE_LEAD_SAMPLES: Samples = 3 * BLOCK_SAMPLES
/** Speech may lie further ahead, so that a busy machine does not tear it; must stay under the ring's length. */
export const SPEECH_LEAD_SAMPLES: Samples = samplesFromMs(300)
/** A client that has not reported for this long no longer sets the pace. */
export const REPORT_TIMEOUT_MS: Ms = 500
/** Nothing was due for so long though the client reports: it is further behind than any that plays, or stands still. */
export const STUCK_MS: Ms = 1500
/** Looked at more seldom than this, it was us who stood still. */
const LONGEST_LOOK_MS: Ms = 50
/** Never more at once than a quarter of the ring, so that the reader cannot be lapped. */
const MOST_BLOCKS_AT_ONCE = RING_SLOTS / 4

export interface Pacer {
  /** The sounding client says: this sample has begun to leave my loudspeaker path. */
  played(atSample: Samples, nowMs: Ms): void
  /** Where the listener is now, as well as is known; never beyond what was rendered. */
  listenerAt(nowMs: Ms): Samples
  /** Blocks to render now; they count as rendered from here on. */
  due(nowMs: Ms): number
  /** Speech lies on the clock up to here: the lead grows until it has been rendered. */
  speechUntil(sample: Samples): void
  /** What was queued is gone: the listener jumps to what is rendered next, and reports about older samples no longer count. */
  cut(nowMs: Ms): void
}

export function createPacer(startMs: Ms): Pacer {
  let anchorSample = 0
  let anchorMs = startMs
  let reportedMs = Number.NEGATIVE_INFINITY
  let rendered = 0
  let speechEnd = 0
  /** Reports about older samples no longer count. */
  let countsFrom = 0
  let dueMs = startMs
  /** How long nothing has been due. */
  let stillMs = 0

  const listenerAt = (nowMs: Ms): Samples => {
    const elapsed = Math.max(0, nowMs - anchorMs)
    return Math.min(rendered, anchorSample + Math.round((elapsed * SAMPLE_RATE) / 1000))
  }
  const jumpToRendered = (nowMs: Ms) => {
    anchorSample = rendered
    anchorMs = nowMs
    countsFrom = rendered
  }
  return {
    listenerAt,
    played(atSample, nowMs) {
      if (atSample < countsFrom) return
      anchorSample = Math.min(atSample, rendered)
      anchorMs = nowMs
      reportedMs = nowMs
    },
    due(nowMs) {
      if (stillMs > STUCK_MS) jumpToRendered(nowMs)
      // An unreported listener that has caught up waits for new blocks; its clock must not run ahead meanwhile.
      if (nowMs - reportedMs > REPORT_TIMEOUT_MS && listenerAt(nowMs) >= rendered) {
        anchorSample = rendered
        anchorMs = nowMs
      }
      // What is known to sound is rendered ahead, and no more than that.
      const listener = listenerAt(nowMs)
      const lead = Math.max(IDLE_LEAD_SAMPLES, Math.min(SPEECH_LEAD_SAMPLES, speechEnd - listener))
      const missing = listener + lead - rendered
      const blocks = Math.min(MOST_BLOCKS_AT_ONCE, Math.max(0, Math.ceil(missing / BLOCK_SAMPLES)))
      rendered += blocks * BLOCK_SAMPLES
      stillMs = blocks > 0 ? 0 : stillMs + Math.min(LONGEST_LOOK_MS, nowMs - dueMs)
      dueMs = nowMs
      return blocks
    },
    speechUntil(sample) {
      speechEnd = Math.max(speechEnd, sample)
    },
    cut(nowMs) {
      speechEnd = 0
      jumpToRendered(nowMs)
    },
  }
}
