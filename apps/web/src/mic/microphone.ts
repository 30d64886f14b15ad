// In: what a person chooses about this page's microphone. Out: its view and level to whoever looks, its sound to the server.
import type { MicMode } from '@psiona/shared/mic-wire'
import type { Observable } from '../lib/observable'
import type { Capture } from './capture'
import { DeviceKeeper } from './device-keeper'
import { MicBoard } from './mic-board'
import { micChoice, rememberMicChoice } from './mic-memory'
import type { MicSwitch, UplinkNews } from './mic-messages'
import { elsewhere, inItsWords, MIC_PROBLEMS } from './mic-problem'
import type { MicLevel, MicProcessing, MicrophoneView } from './microphone-view'
import { PageEars } from './page-ears'
import { browserRecognition } from './speech-recognition.external'
import { TabTurn } from './tab-turn'
import { UplinkHost } from './uplink-host'

export interface MicrophoneOptions {
  readonly kind: 'panel' | 'phone'
  /** Whether the /mic socket is held while the microphone is off as well, so that `house` and the switches work. A panel knows them from
   *  its own socket; a phone has no other. Default false. */
  readonly standby?: boolean
}

export interface Microphone {
  readonly view: Observable<MicrophoneView>
  readonly level: Observable<MicLevel>
  /** Nothing is touched before this. For an effect: returns what lets go of everything. Starts by itself when it was on and may. */
  attend(): () => void
  /** Call from a click: the browser may ask. Never rejects; what went wrong stands in the view. */
  start(): Promise<void>
  stop(): void
  /** '' = the default. */
  choose(deviceId: string): Promise<void>
  process(change: Partial<MicProcessing>): Promise<void>
  /** Takes the microphone from the tab that has it. */
  takeOver(): Promise<void>
  /** The switches go out on this page's socket, or as soon as it is back; while it is off, nowhere. */
  setMuted(muted: boolean): void
  setMode(mode: MicMode): void
  talk(held: boolean): void
  /** Call from a click: fetches the language pack of the browser's recognition. */
  installPageEars(): Promise<void>
}

/** Makes nothing in the browser yet; may stand at the top of a module. */
export const createMicrophone = (options: MicrophoneOptions): Microphone => new PageMicrophone(options)

/** What browsers count as leave to run sound. */
const CLICKS = ['pointerdown', 'keydown'] as const

class PageMicrophone implements Microphone {
  readonly #kind: MicrophoneOptions['kind']
  readonly #standby: boolean
  readonly #board = new MicBoard()
  readonly #turn = new TabTurn({ came: () => this.#came(), lost: () => this.#lost() })
  readonly #device = new DeviceKeeper(this.#board, {
    opened: (capture) => this.#plug(capture),
    failed: () => this.#unplug(),
  })
  #uplink: UplinkHost | null = null
  #ears: PageEars | null = null

  constructor({ kind, standby = false }: MicrophoneOptions) {
    this.#kind = kind
    this.#standby = standby
  }

  readonly view = this.#board.view
  readonly level = this.#board.level

  readonly attend = (): (() => void) => {
    const leaving = new AbortController()
    const { signal } = leaving
    const { deviceId, processing } = micChoice()
    this.#board.show({ deviceId, processing })
    this.#ears = new PageEars(browserRecognition(), {
      ears: (ears) => this.#uplink?.order({ type: 'page-ears', ears }),
      words: (transcript) => this.#uplink?.order({ type: 'transcript', transcript }),
      view: (pageEars) => this.#board.show({ pageEars }),
    })
    this.#uplink = new UplinkHost({
      standby: this.#standby,
      news: (news) => this.#hear(news),
      failed: () => this.#board.raise(MIC_PROBLEMS.notLoaded),
      renewed: () => void this.#device.renew(),
    })
    if (this.#standby) this.#uplink.open()
    if (globalThis.isSecureContext && 'mediaDevices' in navigator && 'locks' in navigator) {
      navigator.mediaDevices.addEventListener('devicechange', () => void this.#device.survey(), { signal })
      for (const click of CLICKS) window.addEventListener(click, () => this.#device.touched(), { signal })
      void this.#learnPermission(signal)
    } else this.#board.show({ permission: 'unavailable' })
    return () => {
      leaving.abort()
      this.#device.letGo()
      this.#turn.give()
      this.#ears?.close()
      this.#uplink?.close()
      this.#ears = this.#uplink = null
      this.#board.reset()
    }
  }

  readonly start = async (): Promise<void> => {
    if (this.#board.now.permission === 'unavailable') return this.#board.raise(MIC_PROBLEMS.insecure)
    rememberMicChoice({ on: true })
    this.#board.show({ wanted: true })
    await this.#turn.take()
    // Stopped while the turn was asked for.
    if (!this.#board.now.wanted) this.#turn.give()
    else if (this.#turn.mine) await this.#keep()
    else this.#board.raise(elsewhere(this.#turn.holder))
  }

  readonly stop = (): void => {
    rememberMicChoice({ on: false })
    this.#rest()
  }

  readonly choose = async (deviceId: string): Promise<void> => {
    const label = this.#board.now.devices.find((device) => device.deviceId === deviceId)?.label ?? ''
    rememberMicChoice({ deviceId, label })
    this.#board.show({ deviceId })
    await this.#device.renew()
  }

  readonly process = async (change: Partial<MicProcessing>): Promise<void> => {
    const processing = { ...this.#board.now.processing, ...change }
    rememberMicChoice({ processing })
    this.#board.show({ processing })
    await this.#device.renew()
  }

  readonly takeOver = async (): Promise<void> => {
    await this.#turn.steal()
    await this.start()
  }

  readonly setMuted = (muted: boolean): void => this.#switch({ name: 'mute', muted })
  readonly setMode = (mode: MicMode): void => this.#switch({ name: 'mode', mode })
  readonly talk = (held: boolean): void => this.#switch({ name: 'talk', held })
  readonly installPageEars = async (): Promise<void> => this.#ears?.install()

  #switch(change: MicSwitch): void {
    this.#uplink?.order({ type: 'switch', change })
  }

  async #learnPermission(signal: AbortSignal): Promise<void> {
    let status: PermissionStatus
    try {
      status = await navigator.permissions.query({ name: 'microphone' })
    } catch {
      // A browser that does not tell: asking for the microphone will.
      return
    }
    const learn = () => {
      if (signal.aborted) return
      this.#board.show({ permission: status.state })
      if (status.state !== 'granted') return
      const { wanted, problem } = this.#board.now
      // It was on when this browser was last here, or what stood in its way has just been cured.
      if (micChoice().on && (!wanted || problem?.code === 'denied')) void this.start()
      else void this.#device.survey()
    }
    status.addEventListener('change', learn, { signal })
    learn()
  }

  async #keep(): Promise<void> {
    this.#board.clear('elsewhere', 'taken')
    await this.#device.keep()
  }

  #plug({ track, packets }: Capture): void {
    this.#uplink?.open()
    const open = { micId: this.#uplink?.micId ?? '', kind: this.#kind, label: track.label.slice(0, 100) }
    this.#uplink?.order({ type: 'plug', open, port: packets }, [packets])
    this.#ears?.listenTo(track)
    this.#board.show({ heard: this.#isHeard })
  }

  /** By what the server last said; it says nothing when another device goes by the same name. */
  get #isHeard(): boolean {
    return this.#device.open && this.#board.now.socket === 'live' && this.#board.now.house?.source?.micId === this.#uplink?.micId
  }

  #unplug(): void {
    this.#ears?.listenTo(null)
    this.#uplink?.order({ type: 'unplug' })
  }

  /** Off, until somebody starts it. */
  #rest(): void {
    this.#device.letGo()
    this.#unplug()
    this.#turn.give()
    this.#board.clear('elsewhere', 'taken', 'insecure')
    this.#board.show({ wanted: false })
  }

  /** The other tab is gone. If somebody switched the microphone off there, that was meant for all. */
  #came(): void {
    if (this.#board.now.wanted && micChoice().on) void this.#keep()
    else this.#rest()
  }

  #lost(): void {
    this.#device.letGo()
    this.#unplug()
    this.#board.raise(MIC_PROBLEMS.taken)
    // When the other tab closes, this one goes on.
    void this.#turn.take()
  }

  #hear(news: UplinkNews): void {
    const board = this.#board
    switch (news.type) {
      case 'link':
        board.clear('not-loaded')
        if (news.link !== 'connecting') board.clear('refused')
        board.show({ socket: news.link, heard: false, ...(news.link === 'off' ? { house: null } : {}) })
        return
      case 'refused':
        board.raise(inItsWords(news.reason))
        board.show({ socket: 'refused', heard: false })
        return
      case 'house':
        this.#ears?.mute(news.house.muted || news.house.mode === 'muted')
        board.show({ house: news.house })
        board.show({ heard: this.#isHeard })
        return
      case 'recognise':
        this.#ears?.obey(news.order)
        return
      case 'outdated':
        board.raise(MIC_PROBLEMS.outdated)
        return
      default:
        news satisfies never
    }
  }
}
