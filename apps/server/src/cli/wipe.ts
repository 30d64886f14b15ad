// psiona wipe: what the opt-in extras have kept goes; through the running server, or straight from the disk when none runs.
import { Problem, TraceKind, WipeReply } from '@psiona/shared'
import { openTracesFor } from '../assembly'
import { systemClock } from '../clock'
import { type Command, required } from './command'
import { liveServer } from './live-server'

export const wipe: Command = {
  name: 'wipe',
  usage: `wipe --kind ${TraceKind.options.join('|')}|all`,
  summary: 'remove recordings, the event log or learned voices from this disk',
  flags: { kind: { type: 'string' } },
  async run(flags, config) {
    const wanted = required(flags, 'kind')
    const kinds = wanted === 'all' ? TraceKind.options : [TraceKind.safeParse(wanted).data]
    const removed: Record<string, number> = {}
    const live = liveServer(config)
    const traces = live ? null : openTracesFor(config, systemClock)
    for (const kind of kinds) {
      if (!kind) throw new Problem('bad-kind', 'input', `--kind is one of ${TraceKind.options.join(', ')} or all.`)
      removed[kind] = live ? (await live.ask('DELETE', `/api/traces/${kind}`, WipeReply)).removed : (traces?.wipe(kind) ?? 0)
    }
    traces?.close()
    const words = Object.entries(removed).map(([kind, count]) => `${kind}: ${count} removed`)
    return { result: { removed }, words: words.join('\n') }
  },
}
