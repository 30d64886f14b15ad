// A microphone of this machine, read by a program that prints raw sound. In: the choice, as it changes. Out: chunks, as from any microphone; restarts a program that ends.
import {
  type CaptureChoice,
  MIC_CHUNK_SAMPLES,
  type MicGate,
  type MicrophoneState,
  type Ms,
  type PartHealth,
  type PcmChunk,
} from '@psiona/shared'
import type { Clock } from '../clock'
import { endGroup, startGroup } from '../program-group'
import { type Channel, channel } from '../streams'

const CHUNK_BYTES = MIC_CHUNK_SAMPLES * 2
const FULL_SCALE = 32_768
const MAX_WAITING_CHUNKS = 100
/** A program that ends at once (a device that is gone) is not asked in a loop. */
const AGAIN_AFTER_MS: Ms = 3000
const NOT_STARTED = 'The program for the microphone could not be started.'
const ENDED = 'The program for the microphone has ended.'
const REMEDY = 'Try the command in a terminal; it must print raw 16 kHz mono 16-bit sound until it is ended.'

type Command = Extract<CaptureChoice, { kind: 'command' }>

export interface Capture {
  readonly chunks: AsyncIterable<PcmChunk>
  /** (Re)starts or ends the program as the choice says; one that was there before has let go of the device by then. */
  settle(choice: CaptureChoice): void
  /** Trouble with the program; null when it runs or none is wanted. */
  trouble(): Pick<PartHealth, 'detail' | 'remedy'> | null
  /** No sound comes any more at once; resolves when the program is gone, with what it had started. */
  close(): Promise<void>
}

export interface CaptureOptions {
  readonly clock: Clock
  readonly gate: () => MicGate
  readonly onPlugged: (source: MicrophoneState['source']) => void
}

/** Raw little-endian i16 in pieces of any size becomes whole chunks. */
function createChunker(micId: string, gate: () => MicGate, push: (chunk: PcmChunk) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0)
  let sequence = 0
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    for (; rest.length >= CHUNK_BYTES; rest = rest.subarray(CHUNK_BYTES)) {
      const from = rest
      const samples = Float32Array.from({ length: MIC_CHUNK_SAMPLES }, (_, at) => from.readInt16LE(at * 2) / FULL_SCALE)
      if (gate() !== 'muted') push({ sequence, atSample: sequence * MIC_CHUNK_SAMPLES, samples, gate: gate(), micId })
      sequence++
    }
  }
}

export function createCapture({ clock, gate, onPlugged }: CaptureOptions): Capture {
  const chunks: Channel<PcmChunk> = channel(MAX_WAITING_CHUNKS)
  let wanted: CaptureChoice = { kind: 'page' }
  let unwanted = new AbortController()
  let gone: Promise<void> = Promise.resolve()
  let trouble: Pick<PartHealth, 'detail' | 'remedy'> | null = null
  let runs = 0

  /** From its start until nothing of it is left; says how that came. Never rejects. */
  const run = async ({ command, args }: Command, signal: AbortSignal): Promise<string> => {
    const program = startGroup(command, args, 'ignore')
    if ('cause' in program) return NOT_STARTED
    // Its sound is counted from zero, as that of a microphone not heard before.
    const micId = `capture-${++runs}`
    const closed = new AbortController()
    let left: Promise<void> | undefined
    const end = () => {
      left ??= endGroup(clock, program, closed.signal)
    }
    signal.addEventListener('abort', end, { once: true, signal: closed.signal })
    // Where it ends by itself, what it had started may still have the device.
    program.once('exit', end)
    const take = createChunker(micId, gate, (chunk) => chunks.push(chunk))
    let first = true
    program.stdout.on('data', (bytes: Buffer) => {
      if (signal.aborted) return
      if (first) {
        first = false
        trouble = null
        onPlugged({ micId, kind: 'command', label: command })
      }
      take(bytes)
    })
    const how = await new Promise<string>((resolve) => {
      program.on('error', () => resolve(NOT_STARTED))
      program.once('close', () => resolve(ENDED))
    })
    closed.abort()
    await left
    return how
  }
  const keepRunning = async (choice: Command, signal: AbortSignal) => {
    while (!signal.aborted) {
      const detail = await run(choice, signal)
      if (signal.aborted) return
      trouble = { detail, remedy: REMEDY }
      onPlugged(null)
      await clock.sleep(AGAIN_AFTER_MS, signal)
    }
  }
  const end = () => {
    unwanted.abort()
    trouble = null
    if (wanted.kind === 'command') onPlugged(null)
  }

  return {
    chunks,
    settle(choice) {
      if (JSON.stringify(choice) === JSON.stringify(wanted)) return
      end()
      wanted = choice
      unwanted = new AbortController()
      const { signal } = unwanted
      if (choice.kind === 'command') gone = gone.then(() => keepRunning(choice, signal))
    },
    trouble: () => trouble,
    close() {
      end()
      chunks.close()
      return gone
    },
  }
}
