// In: the device and processing on the board. Out: that device open for as long as it is to be; another while it is unplugged; and why not,
// when none can be had.
import type { Ms } from '@psiona/shared/units'
import { thisBrowser } from './browser-kind'
import { Capture, type CaptureListener } from './capture'
import { deviceToUse, micDevices } from './device-list'
import type { InputLevel } from './input-level'
import type { MicBoard } from './mic-board'
import { micChoice } from './mic-memory'
import { captureProblem, deviceGone, MIC_PROBLEMS } from './mic-problem'
import { type MicDevice, type MicProblem, type MicProblemCode, NO_LEVEL } from './microphone-view'
import { SilenceWatch } from './silence-watch'

/** The audio of a system that has just changed needs a moment. */
const TRY_AGAIN_MS: Ms = 1000
/** An opening starts without what was wrong with the one before. */
const OF_ONE_OPENING: readonly MicProblemCode[] = [
  'denied',
  'no-device',
  'device-busy',
  'device-gone',
  'broken',
  'held-back',
  'system-muted',
  'no-sound',
]

export interface DeviceKeeperListener {
  opened(capture: Capture): void
  /** No device can be had; when one can, `opened` follows. */
  failed(): void
}

export class DeviceKeeper {
  readonly #board: MicBoard
  readonly #listener: DeviceKeeperListener
  #kept = false
  #capture: Capture | null = null
  /** Which opening counts; what an older one still brings is closed. */
  #opening = 0
  #asking = false
  #again: ReturnType<typeof setTimeout> | null = null

  constructor(board: MicBoard, listener: DeviceKeeperListener) {
    this.#board = board
    this.#listener = listener
  }

  get open(): boolean {
    return this.#capture !== null
  }

  /** From now on; and again when the choice has changed. */
  async keep(): Promise<void> {
    this.#kept = true
    const { deviceId, devices } = this.#board.now
    await this.#ask(deviceToUse(deviceId, devices))
  }

  /** Whatever is kept, opened anew with what stands on the board. */
  async renew(): Promise<void> {
    if (this.#kept) await this.keep()
  }

  letGo(): void {
    this.#kept = false
    this.#close()
  }

  touched(): void {
    this.#capture?.touched()
  }

  /** What is plugged in; and whether that means another device than the one in use. */
  async survey(): Promise<void> {
    const devices = await this.#list()
    // Nothing named is nothing to choose from; what is in use says itself when it ends.
    if (!this.#kept || this.#asking || devices.length === 0 || this.#board.now.permission !== 'granted') return
    if (this.#capture?.deviceId !== deviceToUse(this.#board.now.deviceId, devices)) await this.keep()
  }

  async #list(): Promise<readonly MicDevice[]> {
    const devices = micDevices(await navigator.mediaDevices.enumerateDevices())
    this.#board.show({ devices })
    return devices
  }

  /** `instead`: the chosen one was not to be had. It is not asked for again before another is plugged in, or it would be for ever. */
  async #ask(deviceId: string, instead = false): Promise<void> {
    this.#close()
    const opening = this.#opening
    this.#asking = true
    let capture: Capture
    try {
      capture = await Capture.open({ deviceId, processing: this.#board.now.processing }, this.#listenerOf(opening))
    } catch (cause) {
      if (opening === this.#opening) await this.#failed(cause, deviceId)
      return
    }
    if (opening !== this.#opening) return capture.close()
    this.#asking = false
    this.#capture = capture
    if (deviceId !== this.#board.now.deviceId) this.#board.raise(deviceGone(micChoice().label))
    this.#board.show({ running: true, label: capture.track.label, permission: 'granted' })
    this.#listener.opened(capture)
    await (instead ? this.#list() : this.survey())
  }

  async #failed(cause: unknown, deviceId: string): Promise<void> {
    this.#asking = false
    const name = cause instanceof Error ? cause.name : ''
    const gone = name === 'OverconstrainedError' || name === 'NotFoundError'
    if (gone && deviceId !== '') return this.#ask('', true)
    const problem = captureProblem(name, thisBrowser())
    if (problem.code === 'denied' && this.#board.now.permission === 'unknown') this.#board.show({ permission: 'denied' })
    this.#board.raise(problem)
    this.#listener.failed()
    if (problem.code === 'broken') this.#keepLater()
  }

  #keepLater(): void {
    this.#again = setTimeout(() => void this.renew(), TRY_AGAIN_MS)
  }

  #listenerOf(opening: number): CaptureListener {
    const silence = new SilenceWatch()
    const ifLatest = (then: () => void) => {
      if (opening === this.#opening) then()
    }
    const so = (is: boolean, problem: MicProblem) => (is ? this.#board.raise(problem) : this.#board.clear(problem.code))
    return {
      level: (level) => ifLatest(() => this.#measure(level, silence)),
      ended: () => ifLatest(() => void this.keep()),
      systemMuted: (muted) => ifLatest(() => so(muted, MIC_PROBLEMS.systemMuted)),
      heldBack: (held) => ifLatest(() => so(held, MIC_PROBLEMS.heldBack)),
      broke: () =>
        ifLatest(() => {
          this.#close()
          this.#board.raise(MIC_PROBLEMS.broken)
          this.#keepLater()
        }),
    }
  }

  #measure(level: InputLevel, silence: SilenceWatch): void {
    this.#board.level.set({ ...level, atMs: performance.now() })
    const silent = silence.push(level.peakDbfs)
    if (silent === true) this.#board.raise(MIC_PROBLEMS.noSound)
    if (silent === false) this.#board.clear('no-sound')
  }

  #close(): void {
    this.#opening++
    this.#asking = false
    if (this.#again) clearTimeout(this.#again)
    this.#again = null
    this.#capture?.close()
    this.#capture = null
    this.#board.clear(...OF_ONE_OPENING)
    this.#board.show({ running: false, label: '', heard: false })
    this.#board.level.set(NO_LEVEL)
  }
}
