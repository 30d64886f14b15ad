// Microphones at the socket of a served house. In: what a page, a phone or a program would send. Out: their sockets, packets and openings.
import { MIC_CHUNK_SAMPLES, type MicrophoneState } from '@psiona/shared'
import type { Socket } from 'socket.io-client'
import { joinNamespace, outcomeOf, type ServedHouse, serveHouse } from './served-house'

export const OPEN = { micId: 'panel-0001', kind: 'panel', label: 'USB microphone' }
export const PHONE = { micId: 'phone-0001', kind: 'phone', label: 'Phone' }

export function packet(sequence: number): Buffer {
  const bytes = Buffer.alloc(16 + MIC_CHUNK_SAMPLES * 2)
  bytes.writeUInt32LE(sequence, 0)
  bytes.writeDoubleLE(sequence * MIC_CHUNK_SAMPLES, 8)
  for (let at = 0; at < MIC_CHUNK_SAMPLES; at++) bytes.writeInt16LE(16_384, 16 + at * 2)
  return bytes
}

export const opened = (socket: Socket, open: unknown = OPEN) =>
  new Promise<{ nextSequence: number }>((resolve) => socket.emit('open', open, resolve))

/** Ends the connection as a network does, without a word. */
export const breakOff = (socket: Socket): void => void socket.io.engine.close()

export interface ServedMicrophones {
  readonly served: ServedHouse
  /** With the control token; ended with the house. */
  plugIn(): Promise<Socket>
  /** Sequences as the ears get them. */
  ears(): { next(): Promise<number> }
  state(): MicrophoneState
  stateWhere(wanted: (state: MicrophoneState) => boolean): Promise<void>
  close(): Promise<void>
}

export async function serveMicrophones(): Promise<ServedMicrophones> {
  const served = await serveHouse({ config: { lan: true } })
  const sockets: Socket[] = []
  const { state } = served.house.microphone
  return {
    served,
    state,
    async plugIn() {
      const socket = joinNamespace(served, '/mic', { headers: { Authorization: `Bearer ${served.controlToken}` } })
      sockets.push(socket)
      if ((await outcomeOf(socket)) !== 'joined') throw new Error('the microphone was refused')
      return socket
    },
    ears() {
      const chunks = served.stage.microphone[Symbol.asyncIterator]()
      return { next: async () => (await chunks.next()).value.sequence }
    },
    stateWhere: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (!wanted(state())) return
          stop()
          resolve()
        }
        const stop = served.house.news.subscribe(look)
        look()
      }),
    async close() {
      for (const socket of sockets) socket.disconnect()
      await served.close()
    },
  }
}
