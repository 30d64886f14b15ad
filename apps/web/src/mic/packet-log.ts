// In: packets as they are captured. Out: the last 15 s of them by number, to be sent once more after a broken connection.
import { MIC_CHUNK_MS } from '@psiona/shared/pcm'
import type { Ms } from '@psiona/shared/units'

/** A dead connection is noticed after the server's heartbeat of 10 s at the latest; then there are 5 s to come back in. 0.5 MB. */
const KEPT_MS: Ms = 15_000
export const KEPT_PACKETS = KEPT_MS / MIC_CHUNK_MS

export interface LoggedPacket {
  readonly bytes: ArrayBuffer
  /** The talk key was down. The server tells by the order of events, so the key's moves are sent again where they were. */
  readonly held: boolean
}

export class PacketLog {
  readonly #packets: LoggedPacket[] = []
  #first = 0

  /** The oldest that is kept. */
  get first(): number {
    return this.#first
  }
  /** The number the next one will have. Numbers count what was kept, and leave none out: time missing shows in atSample. */
  get next(): number {
    return this.#first + this.#packets.length
  }

  add(packet: LoggedPacket): void {
    this.#packets.push(packet)
    if (this.#packets.length <= KEPT_PACKETS) return
    this.#packets.shift()
    this.#first++
  }

  at(sequence: number): LoggedPacket | undefined {
    return this.#packets[sequence - this.#first]
  }
}

/** What a server that was restarted gets from before the connection broke: the beginning of a word that was being said. */
const REACH_BACK_PACKETS = 1000 / MIC_CHUNK_MS

/** Where to go on. `nextSequence`: what the server lacks first. `sentUntil`: what had been sent when the connection broke. */
export function resumeAt(log: Pick<PacketLog, 'first' | 'next'>, nextSequence: number, sentUntil: number): number {
  // It knows nothing of this microphone: a new server, which must not hear again what the old one has answered.
  const lacks = nextSequence === 0 ? sentUntil - REACH_BACK_PACKETS : nextSequence
  return Math.min(log.next, Math.max(log.first, lacks))
}
