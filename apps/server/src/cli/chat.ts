// psiona chat: one line to her, one answer back; through the running server, or in this process when none runs.
import { ChatReply, type ChatRequest, OWNER, Person, Platform, Problem, sanitise } from '@psiona/shared'
import { openMind } from '../assembly'
import { systemClock } from '../clock'
import { type Command, required } from './command'
import { liveServer } from './live-server'

/** Platforms' longest names are 25 to 50. */
const MOST_NAME_GRAPHEMES = 100

export const chat: Command = {
  name: 'chat',
  usage: 'chat --text T [--person P] [--platform owner|twitch|api] [--speak]',
  summary: 'write to her and read the answer',
  flags: { text: { type: 'string' }, person: { type: 'string' }, platform: { type: 'string' }, speak: { type: 'boolean' } },
  async run(flags, config) {
    const text = sanitise(required(flags, 'text'))
    if (!text) throw new Problem('nothing-said', 'input', '--text holds nothing that can be read.')
    const platform = Platform.safeParse(flags.platform ?? (flags.person ? 'api' : 'owner'))
    if (!platform.success) throw new Problem('bad-platform', 'input', `--platform is one of ${Platform.options.join(', ')}.`)
    if (flags.person !== undefined && !sanitise(required(flags, 'person'), MOST_NAME_GRAPHEMES))
      throw new Problem('bad-person', 'input', '--person holds nothing that can be read.')
    const name = typeof flags.person === 'string' ? sanitise(flags.person, MOST_NAME_GRAPHEMES) : OWNER.name
    const from = platform.data === 'owner' ? OWNER : Person.parse({ platform: platform.data, id: name, name })
    const live = liveServer(config)
    if (live) {
      const request: ChatRequest = { text, from, speak: flags.speak === true }
      const reply = await live.ask('POST', '/api/chat', ChatReply, request)
      return { result: reply, words: reply.reply }
    }
    if (flags.speak)
      throw new Problem(
        'not-running',
        'missing',
        '--speak needs a running Psiona. Start it with npm start, or leave --speak out.',
      )
    const mind = await openMind(config, systemClock)
    try {
      const reply = await mind.reply(text, from)
      return { result: reply, words: reply.reply }
    } finally {
      await mind.close()
    }
  },
}
