// A real OBS with its own screen, home and port on loopback. In: password, scenes, sound. Out: where it listens; it can be killed, and started again in the same place.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../checkout'
import { type Child, missingPrograms, startChild, whenReady } from './child'
import { type RealDisplay, startDisplay } from './real-display'
import { writeObsFiles } from './real-obs-files'

export const OBS_LACKS = missingPrograms(['obs', 'Xvfb', 'gcc'])

export interface RealObs {
  readonly port: number
  readonly password: string
  readonly display: RealDisplay
  /** SIGINT ends it as its own menu does. Resolves when it is gone. */
  kill(signal: 'SIGKILL' | 'SIGINT'): Promise<void>
  /** Resolves when it listens again, on the same port. */
  restart(): Promise<void>
  output(): string
  close(): Promise<void>
}

export interface RealObsOptions {
  /** '' = it asks for none. */
  readonly password?: string
  readonly scenes?: readonly string[]
  /** Others may be on the same screen. Closed by who opened it. */
  readonly display?: RealDisplay
  /** For PULSE_SERVER. */
  readonly sound?: string
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    }).once('error', () => resolve(false))
  })

export async function startRealObs(options: RealObsOptions = {}): Promise<RealObs> {
  const { password = 'correct horse', scenes = ['Start'] } = options
  const folder = mkdtempSync(join(tmpdir(), 'psiona-obs-'))
  const shim = join(folder, 'loopback-only.so')
  const made = spawnSync('gcc', ['-shared', '-fPIC', '-o', shim, join(root, 'tests/obs/loopback-only.c'), '-ldl'], {
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`gcc: ${made.stderr}`)
  const display = options.display ?? (await startDisplay(folder))
  const port = await freePort()
  writeObsFiles(folder, port, password, scenes)

  let child: Child
  const start = async () => {
    // The shim narrows IPv4 sockets alone; newer versions would ask in a dialogue why they were killed, and about updates.
    const args = ['--multi', '--websocket_ipv4_only', '--minimize-to-tray', '--disable-shutdown-check', '--disable-updater']
    child = startChild('obs', [...args, '--collection', 'Test', '--profile', 'Test'], {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      LANG: 'C.UTF-8',
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      DISPLAY: display.name,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      LIBGL_ALWAYS_SOFTWARE: '1',
      QT_QPA_PLATFORM: 'xcb',
      // Without a server of its own it would start one for the whole machine.
      PULSE_SERVER: options.sound ?? `unix:${join(folder, 'no-sound')}`,
      LD_PRELOAD: shim,
    })
    await whenReady(child, 'OBS', async () => ((await listens(port)) ? true : null))
  }
  const leave = async () => {
    if (!options.display) await display.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (cause) {
    await leave()
    throw cause
  }
  return {
    port,
    password,
    display,
    kill: (signal) => child.end(signal),
    restart: start,
    output: () => child.output(),
    async close() {
      await child.end('SIGKILL')
      await leave()
    },
  }
}
