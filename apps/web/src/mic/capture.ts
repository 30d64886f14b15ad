// In: a device and what the browser does to its sound. Out: packets on a port, levels, and word of whatever happens to the device.

import type { InputLevel } from './input-level'
import type { CaptureNews, CapturePort } from './mic-messages'
import type { MicProcessing } from './microphone-view'

/** A context that is allowed to run does so by then. */
const RUNS_WITHIN_MS = 700

export interface CaptureListener {
  level(level: InputLevel): void
  /** Unplugged, or the permission was taken back; this capture is over. */
  ended(): void
  /** The system gives silence instead of sound. */
  systemMuted(muted: boolean): void
  /** The browser waits for a click. */
  heldBack(heldBack: boolean): void
  /** The audio thread failed; this capture is over. */
  broke(): void
}

export interface CaptureChoice {
  /** '' = the default. */
  readonly deviceId: string
  readonly processing: MicProcessing
}

export class Capture {
  /** As it was asked for. */
  readonly deviceId: string
  readonly track: MediaStreamTrack
  /** The end on which packets arrive; for the uplink worker. */
  readonly packets: MessagePort
  readonly #context: AudioContext
  readonly #listener: CaptureListener
  readonly #over = new AbortController()

  private constructor(deviceId: string, track: MediaStreamTrack, context: AudioContext, listener: CaptureListener) {
    this.deviceId = deviceId
    this.track = track
    this.#context = context
    this.#listener = listener
    const { port1, port2 } = new MessageChannel()
    this.packets = port1
    const node = new AudioWorkletNode(context, 'psiona-capture', { numberOfInputs: 1, outputChannelCount: [1] })
    node.port.onmessage = ({ data }: MessageEvent<CaptureNews>) => listener.level(data.level)
    node.port.postMessage({ type: 'uplink', port: port2 } satisfies CapturePort, [port2])
    context.createMediaStreamSource(new MediaStream([track])).connect(node)
    // What is not connected is not run; its output is silence.
    node.connect(context.destination)
    this.#watch(node)
  }

  /** Asks the person if the browser has to. @throws what getUserMedia throws, or that the worklet could not be fetched */
  static async open({ deviceId, processing }: CaptureChoice, listener: CaptureListener): Promise<Capture> {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        ...(deviceId === '' ? {} : { deviceId: { exact: deviceId } }),
        echoCancellation: processing.echo,
        noiseSuppression: processing.noise,
        autoGainControl: processing.gain,
        channelCount: 1,
      },
    })
    const [track] = stream.getAudioTracks()
    const context = new AudioContext({ latencyHint: 'interactive' })
    try {
      if (!track) throw new DOMException('a stream without sound', 'NotFoundError')
      await context.audioWorklet.addModule(new URL('./capture-worklet.ts', import.meta.url))
      return new Capture(deviceId, track, context, listener)
    } catch (cause) {
      for (const opened of stream.getTracks()) opened.stop()
      await context.close()
      throw cause
    }
  }

  /** After a click the browser lets sound run. */
  touched(): void {
    if (this.#context.state !== 'running' && navigator.userActivation?.hasBeenActive !== false) void this.#context.resume()
  }

  close(): void {
    this.#over.abort()
    this.track.stop()
    if (this.#context.state !== 'closed') void this.#context.close()
  }

  #watch(node: AudioWorkletNode): void {
    const context = this.#context
    const { signal } = this.#over
    const listener = this.#listener
    this.track.addEventListener('ended', () => listener.ended(), { signal })
    for (const name of ['mute', 'unmute'])
      this.track.addEventListener(name, () => listener.systemMuted(this.track.muted), { signal })
    if (this.track.muted) listener.systemMuted(true)
    node.addEventListener('processorerror', () => listener.broke(), { signal })
    context.addEventListener('error', () => listener.broke(), { signal })
    context.addEventListener(
      'statechange',
      () => {
        if (context.state === 'closed') return
        listener.heldBack(context.state !== 'running')
        // Another call on the phone, or the browser's own thrift; it often lets go again.
        this.touched()
      },
      { signal },
    )
    const late = setTimeout(() => listener.heldBack(context.state !== 'running'), RUNS_WITHIN_MS)
    signal.addEventListener('abort', () => clearTimeout(late))
    this.touched()
  }
}
