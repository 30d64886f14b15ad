// psiona doctor: every part, ok or what to do; from the running server, or by looking itself when none runs.
import { HealthReply, type PartHealth } from '@psiona/shared'
import { inspect } from '../assembly'
import { systemClock } from '../clock'
import type { Command } from './command'
import { liveServer } from './live-server'

const MARK: Record<PartHealth['state'], string> = { ok: 'ok     ', off: 'off    ', trouble: 'TROUBLE' }

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'every part: ok, or what to do',
  flags: {},
  async run(_flags, config) {
    const live = liveServer(config)
    const parts = live ? (await live.ask('GET', '/api/health', HealthReply)).parts : await inspect(config, systemClock)
    const width = Math.max(...parts.map(({ part }) => part.length))
    const words = parts.map(
      ({ part, state, detail, remedy }) =>
        `${MARK[state]} ${part.padEnd(width)}  ${detail}${remedy ? `\n${' '.repeat(width + 10)}→ ${remedy}` : ''}`,
    )
    return { result: { running: live !== null, parts }, words: words.join('\n') }
  },
}
