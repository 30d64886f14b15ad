// psiona wipe: what the opt-in extras have kept goes; through the running server, or straight from the disk when none runs.
import { Problem, TraceKind, WipeReply } from '@psiona/shared'
import { wipeTraces } from '../store/traces'
import { type Command, required } from './command'
import { liveServer } from './live-server'

export const wipe: Command = {
  name: 'wipe',
  usage: `wipe --kind ${TraceKind.options.join('|')}|all`,
  summary: 'remove recordings, the event log or learned voices from this disk',
  flags: { kind: { type: 'string' } },
  async run(flags, config) {
    const kinds = kindsOf(required(flags, 'kind'))
    const live = liveServer(config)
    const removed: Record<string, number> = {}
    for (const kind of kinds)
      removed[kind] = live
        ? (await live.ask('DELETE', `/api/traces/${kind}`, WipeReply)).removed
        : wipeTraces(config.dataDir, kind)
    const words = Object.entries(removed).map(([kind, count]) => `${kind}: ${count} removed`)
    return { result: { removed }, words: words.join('\n') }
  },
}

/** @throws Problem when there is no such kind. */
function kindsOf(wanted: string): readonly TraceKind[] {
  if (wanted === 'all') return TraceKind.options
  const kind = TraceKind.safeParse(wanted)
  if (!kind.success) throw new Problem('bad-kind', 'input', `--kind is one of ${TraceKind.options.join(', ')} or all.`)
  return [kind.data]
}
