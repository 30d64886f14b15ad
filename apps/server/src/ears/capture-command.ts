// A microphone of this machine, read by a program that prints raw sound. In: the choice, as it changes. Out: chunks, as from any microphone; restarts a program that ends.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
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
import { type Channel, channel } from '../streams'

const CHUNK_BYTES = MIC_CHUNK_SAMPLES * 2
const FULL_SCALE = 32_768
const MAX_WAITING_CHUNKS = 100
/** A program that ends at once (a device that is gone) is not asked in a loop. */
const AGAIN_AFTER_MS: Ms = 3000
const MIC_ID = 'capture-command'

type Program = ChildProcessByStdio<null, Readable, null>

export interface Capture {
  readonly chunks: AsyncIterable<PcmChunk>
  /** (Re)starts or ends the program as the choice says. */
  settle(choice: CaptureChoice): void
  /** Trouble with the program; null when it runs or none is wanted. */
  trouble(): Pick<PartHealth, 'detail' | 'remedy'> | null
  close(): void
}

export interface CaptureOptions {
  readonly clock: Clock
  readonly gate: () => MicGate
  readonly onPlugged: (source: MicrophoneState['source']) => void
}

/** Raw little-endian i16 in pieces of any size becomes whole chunks. */
function createChunker(gate: () => MicGate, push: (chunk: PcmChunk) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0)
  let sequence = 0
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    for (; rest.length >= CHUNK_BYTES; rest = rest.subarray(CHUNK_BYTES)) {
      const from = rest
      const samples = Float32Array.from({ length: MIC_CHUNK_SAMPLES }, (_, at) => from.readInt16LE(at * 2) / FULL_SCALE)
      if (gate() !== 'muted') push({ sequence, atSample: sequence * MIC_CHUNK_SAMPLES, samples, gate: gate(), micId: MIC_ID })
      sequence++
    }
  }
}

export function createCapture({ clock, gate, onPlugged }: CaptureOptions): Capture {
  const chunks: Channel<PcmChunk> = channel(MAX_WAITING_CHUNKS)
  let wanted: CaptureChoice = { kind: 'page' }
  let program: Program | null = null
  let trouble: Pick<PartHealth, 'detail' | 'remedy'> | null = null
  let generation = 0

  const start = () => {
    if (wanted.kind !== 'command') return
    const mine = generation
    const { command, args } = wanted
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    program = child
    const over = (detail: string) => {
      if (mine !== generation || program !== child) return
      program = null
      onPlugged(null)
      trouble = { detail, remedy: 'Try the command in a terminal; it must print raw 16 kHz mono 16-bit sound until it is ended.' }
      void clock.sleep(AGAIN_AFTER_MS).then(() => {
        if (mine === generation && !program) start()
      })
    }
    child.once('error', () => over('The program for the microphone could not be started.'))
    child.once('exit', () => over('The program for the microphone has ended.'))
    const take = createChunker(gate, (chunk) => chunks.push(chunk))
    let first = true
    child.stdout.on('data', (bytes: Buffer) => {
      if (program !== child) return
      if (first) {
        first = false
        trouble = null
        onPlugged({ micId: MIC_ID, kind: 'command', label: command })
      }
      take(bytes)
    })
  }
  const end = () => {
    generation++
    trouble = null
    if (!program) return
    const ending = program
    program = null
    ending.kill('SIGTERM')
    onPlugged(null)
  }

  return {
    chunks,
    settle(choice) {
      if (JSON.stringify(choice) === JSON.stringify(wanted)) return
      end()
      wanted = choice
      start()
    },
    trouble: () => trouble,
    close() {
      end()
      chunks.close()
    },
  }
}
