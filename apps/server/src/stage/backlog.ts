// How far behind a client is. In: what is sent to it and the heartbeats it answers. Out: bytes it has not confirmed.
// Sockets alone do not tell: the kernel takes megabytes (a minute of blocks) for a client that reads nothing. A heartbeat lies in the same stream, so its answer confirms all before it.
import type { Socket } from 'socket.io'

export interface Backlog {
  bytes(): number
}

interface WirePacket {
  readonly type: string
  readonly data?: unknown
}

const sizeOf = ({ data }: WirePacket): number => {
  if (typeof data === 'string') return Buffer.byteLength(data)
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data) ? data.byteLength : 0
}

export function watchBacklog({ conn }: Pick<Socket, 'conn'>): Backlog {
  let sent = 0
  let sentAtHeartbeat = 0
  let confirmed = 0
  conn.on('packetCreate', (packet: WirePacket) => {
    sent += sizeOf(packet)
    if (packet.type === 'ping') sentAtHeartbeat = sent
  })
  conn.on('heartbeat', () => {
    confirmed = sentAtHeartbeat
  })
  return { bytes: () => sent - confirmed }
}
