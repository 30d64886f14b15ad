// psiona panic: silence, a neutral face and no chat in the running Psiona; for a Stream Deck, a shortcut of the system, a foot switch.
import { Problem, SafetyState } from '@psiona/shared'
import type { Command } from './command'
import { liveServer } from './live-server'

export const panic: Command = {
  name: 'panic',
  usage: 'panic [--off]',
  summary: 'silence, a neutral face and no chat, until it is switched off',
  flags: { off: { type: 'boolean' } },
  async run(flags, config) {
    const live = liveServer(config)
    if (!live) throw new Problem('not-running', 'missing', 'Psiona is not running, so she says nothing. Start it with npm start.')
    const on = flags.off !== true
    const { panic: isOn } = await live.ask('POST', '/api/panic', SafetyState, { on })
    return { result: { panic: isOn }, words: isOn ? 'Panic is on. psiona panic --off ends it.' : 'Panic is off.' }
  },
}
