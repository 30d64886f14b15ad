// A microphone of a program: sound in real time into /mic, each packet at the moment at which a real microphone would have it.
import { MIC_CHUNK_MS, MIC_CHUNK_SAMPLES, MIC_RATE } from '@psiona/shared'
import { io, type Socket } from 'socket.io-client'
import { SeededWords } from '../../bench/judge/seeded-words'
import type { RunningPsiona } from './psiona'

export interface ProgramMicrophone {
  /** Plays it after what plays already; resolves, when it begins, with the wall time at which its first sample is captured. */
  play(samples: Float32Array): Promise<number>
  /** Nothing waits to be played. */
  played(): Promise<void>
  close(): void
}

function packet(sequence: number, samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(16 + MIC_CHUNK_SAMPLES * 2)
  bytes.writeUInt32LE(sequence, 0)
  bytes.writeDoubleLE(sequence * MIC_CHUNK_SAMPLES, 8)
  for (let at = 0; at < MIC_CHUNK_SAMPLES; at++)
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, samples[at] ?? 0)) * 32_767), 16 + at * 2)
  return bytes
}

/** Room noise at −70 dBFS: a real microphone is never digitally silent. The same noise in every run. */
function roomNoise(): () => number {
  const words = new SeededWords(70)
  return () => (words.uniform() * 2 - 1) * 10 ** (-70 / 20)
}

export async function plugProgramMicrophone(psiona: RunningPsiona, label = 'a test'): Promise<ProgramMicrophone> {
  const socket: Socket = io(`${psiona.url}/mic`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { authorization: `Bearer ${psiona.token}` },
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  await socket.emitWithAck('open', {
    micId: `program-${process.pid}-${Math.random().toString(36).slice(2, 8)}`,
    kind: 'program',
    label,
  })
  const waiting: { samples: Float32Array; begins: (wallMs: number) => void }[] = []
  const idle: (() => void)[] = []
  let now: { samples: Float32Array; at: number } | null = null
  const roomSample = roomNoise()
  let sequence = 0
  const startedMs = performance.now()
  const nextChunk = (wallMs: number): Float32Array => {
    if (!now || now.at >= now.samples.length) {
      const next = waiting.shift()
      now = next ? { samples: next.samples, at: 0 } : null
      next?.begins(wallMs)
      if (!now) for (const done of idle.splice(0)) done()
    }
    const chunk = Float32Array.from({ length: MIC_CHUNK_SAMPLES }, (_, at) => (now?.samples[now.at + at] ?? 0) + roomSample())
    if (now) now.at += MIC_CHUNK_SAMPLES
    return chunk
  }
  const ticking = setInterval(() => {
    // What a timer owes is sent at once; each packet still stands for its own 20 ms.
    while ((sequence + 1) * MIC_CHUNK_MS <= performance.now() - startedMs) {
      const capturedMs = Date.now() - (performance.now() - startedMs - sequence * MIC_CHUNK_MS)
      socket.emit('pcm', packet(sequence, nextChunk(capturedMs)))
      sequence++
    }
  }, 5)
  return {
    play: (samples) => new Promise((begins) => waiting.push({ samples, begins })),
    played: () => new Promise((done) => (now || waiting.length > 0 ? idle.push(done) : done())),
    close() {
      clearInterval(ticking)
      socket.disconnect()
    },
  }
}

/** The first sample at which speech can be heard: 20 dB under its loudest 10 ms. */
export function onsetOf(speech: Float32Array): number {
  const piece = MIC_RATE / 100
  const power = (at: number) => speech.subarray(at, at + piece).reduce((sum, sample) => sum + sample * sample, 0)
  const powers = Array.from({ length: Math.floor(speech.length / piece) }, (_, index) => power(index * piece))
  const loudest = Math.max(...powers)
  return powers.findIndex((one) => one > loudest / 100) * piece
}
