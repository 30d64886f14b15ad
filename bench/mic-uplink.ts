// Microphone packets flow in over a real Socket.IO connection of this machine, kilobits a second flow out, as counted at the server's TCP socket.
// In it: the packet (mic-wire.ts), Socket.IO's event around it and WebSocket's frames. Not in it: TLS, TCP and IP, which are the network's.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MIC_CHUNK_MS, MIC_CHUNK_SAMPLES } from '@psiona/shared'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'

const PACKETS = 200
/** u32 sequence, u32 spare, f64 atSample. */
const HEADER_BYTES = 16

export async function uplinkKbps(): Promise<number> {
  const http = createServer()
  let bytesRead = () => 0
  http.on('connection', (socket) => {
    bytesRead = () => socket.bytesRead
  })
  const server = new Server(http, { transports: ['websocket'] })
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}/mic`, { transports: ['websocket'] })
  try {
    return await new Promise<number>((resolve, reject) => {
      client.on('connect_error', reject)
      server.of('/mic').on('connection', (socket) => {
        // The first packet opens the count: the handshake is before it.
        let received = 0
        let before = 0
        socket.on('pcm', () => {
          received++
          if (received === 1) before = bytesRead()
          if (received === PACKETS + 1) resolve(((bytesRead() - before) * 8) / (PACKETS * MIC_CHUNK_MS))
          else client.emit('pcm', Buffer.alloc(HEADER_BYTES + MIC_CHUNK_SAMPLES * 2))
        })
        client.emit('pcm', Buffer.alloc(HEADER_BYTES + MIC_CHUNK_SAMPLES * 2))
      })
    })
  } finally {
    client.close()
    await server.close()
  }
}
