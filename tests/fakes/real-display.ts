// A screen that nobody sees, and sound that nobody hears: Xvfb and PulseAudio of a test's own. In: a folder. Out: what programs need in their environment to use them.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startChild, whenReady } from './child'

export interface RealDisplay {
  /** ':99' */
  readonly name: string
  close(): Promise<void>
}

/** Finds a free display itself. */
export async function startDisplay(folder: string, size = '1280x800x24'): Promise<RealDisplay> {
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp']
  const child = startChild('Xvfb', args, { PATH: process.env.PATH ?? '', HOME: folder })
  const name = await whenReady(child, 'Xvfb', async () => /^(\d+)\n/m.exec(child.output())?.[1] ?? null)
  return { name: `:${name}`, close: () => child.end('SIGTERM') }
}

export interface RealSound {
  /** For PULSE_SERVER. */
  readonly server: string
  /** What is played to the sink can be recorded from this source. */
  readonly monitor: string
  close(): Promise<void>
}

/** A PulseAudio without hardware and D-Bus: its only loudspeaker is a null sink. */
export async function startSound(folder: string): Promise<RealSound> {
  const home = join(folder, 'pulse')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const socket = join(home, 'native')
  const child = startChild(
    'pulseaudio',
    [
      ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--disallow-exit', '--use-pid-file=no', '--log-target=stderr'],
      ...['-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`],
      ...['-L', 'module-null-sink sink_name=speaker rate=48000'],
    ],
    {
      PATH: process.env.PATH ?? '',
      HOME: home,
      XDG_RUNTIME_DIR: home,
      PULSE_RUNTIME_PATH: join(home, 'run'),
      PULSE_STATE_PATH: join(home, 'state'),
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
  )
  await whenReady(child, 'PulseAudio', async () => (existsSync(socket) ? true : null))
  return { server: `unix:${socket}`, monitor: 'speaker.monitor', close: () => child.end('SIGTERM') }
}
