// A line between page and server that can fall silent. In: the server's port. Out: a port to reach it by, and the switch that withholds what
// the server sends. Nothing is lost: what was withheld arrives in one piece, as after a hiccup of a network.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Link {
  /** The browser is told to reach the server here; address and origin stay the server's own. */
  readonly browserArgument: string
  withhold(): void
  release(): void
  close(): Promise<void>
}

export async function openLink(serverPort: number): Promise<Link> {
  const pairs = new Set<readonly [page: Socket, server: Socket]>()
  let silent = false
  const door = createServer((page) => {
    const server = connect(serverPort, '127.0.0.1')
    const pair = [page, server] as const
    pairs.add(pair)
    for (const socket of pair) socket.setNoDelay(true)
    page.pipe(server)
    server.on('data', (chunk) => {
      if (!page.write(chunk)) server.pause()
    })
    page.on('drain', () => {
      if (!silent) server.resume()
    })
    if (silent) server.pause()
    const over = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) socket.on('close', over).on('error', over)
  })
  await new Promise<void>((open) => door.listen(0, '127.0.0.1', open))
  const { port } = door.address() as AddressInfo
  return {
    browserArgument: `--host-resolver-rules=MAP localhost:${serverPort} 127.0.0.1:${port}`,
    withhold() {
      silent = true
      for (const [, server] of pairs) server.pause()
    },
    release() {
      silent = false
      for (const [, server] of pairs) server.resume()
    },
    async close() {
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      await new Promise((closed) => door.close(closed))
    },
  }
}
