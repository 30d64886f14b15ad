// In: packets and moves of the talk key as they happen. Out: both in that order to a line that may break; what it missed goes out first when
// it is back, faster than it was spoken.
import type { Ms } from '@psiona/shared/units'
import { MicClock } from './mic-clock'
import { placePacket } from './mic-packet'
import { PacketLog, resumeAt } from './packet-log'

/** Five times as fast as speech: 15 s are made up for in 4, and the ears keep up. */
export const BURST_PACKETS = 5
export const BURST_EVERY_MS: Ms = 20

export interface Line {
  pcm(bytes: ArrayBuffer): void
  talk(held: boolean): void
}

export class PacketSender {
  readonly #line: Line
  readonly #log = new PacketLog()
  readonly #clock = new MicClock()
  #fresh = true
  /** The line takes packets. */
  #flows = false
  /** The packet to be sent next. */
  #cursor = 0
  /** What lies before is not sent any more, whoever lacks it. */
  #floor = 0
  #held = false
  /** The talk key as the other end has it; null = it let go, or said so before it got the last move. */
  #heldThere: boolean | null = false
  #pause: ReturnType<typeof setTimeout> | null = null

  constructor(line: Line) {
    this.#line = line
  }

  /** What comes next is from a newly opened device. */
  renew(): void {
    this.#fresh = true
  }

  /** Takes over `bytes`, a packet without its place. */
  take(bytes: ArrayBuffer, capturedMs: Ms): void {
    placePacket(bytes, this.#log.next, this.#clock.place(capturedMs, this.#fresh))
    this.#fresh = false
    this.#log.add({ bytes, held: this.#held })
    this.#pump()
  }

  talk(held: boolean): void {
    this.#held = held
    // While older sound waits, the key's move waits with it.
    if (this.#flows && this.#cursor === this.#log.next) this.#say(held)
  }

  /** The other end let the key go by itself, because of the mute button or another mode. */
  released(): void {
    if (this.#heldThere) this.#heldThere = null
  }

  /** The line is there, and lacks `nextSequence` first. `again`: whether what it missed is to be said again. */
  flow(nextSequence: number, again: boolean): void {
    const sentUntil = this.#cursor
    this.#cursor = Math.max(resumeAt(this.#log, nextSequence, sentUntil), again ? this.#floor : sentUntil)
    this.#flows = true
    this.#pump()
  }

  /** The line takes nothing for the moment. */
  hold(): void {
    this.#flows = false
    if (this.#pause) clearTimeout(this.#pause)
    this.#pause = null
  }

  /** The line broke; a new one knows of no key. */
  broke(): void {
    this.hold()
    this.#heldThere = false
  }

  /** The microphone was switched off: what has not been sent by now never is. */
  forget(): void {
    this.broke()
    this.#held = false
    this.#cursor = this.#floor = this.#log.next
  }

  #pump(): void {
    if (!this.#flows || this.#pause) return
    for (let burst = 0; this.#cursor < this.#log.next; burst++) {
      if (burst === BURST_PACKETS) {
        this.#pause = setTimeout(() => {
          this.#pause = null
          this.#pump()
        }, BURST_EVERY_MS)
        return
      }
      const packet = this.#log.at(this.#cursor++)
      // Longer behind than is kept: the number shows the loss.
      if (!packet) continue
      this.#say(packet.held)
      this.#line.pcm(packet.bytes)
    }
    this.#say(this.#held)
  }

  #say(held: boolean): void {
    if (held === this.#heldThere) return
    this.#heldThere = held
    this.#line.talk(held)
  }
}
