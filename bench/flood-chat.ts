// A big chat as a process of its own, so that what floods shares no event loop with what measures. In, over the channel to its parent: floods and single lines to send.
// Out: where its server listens, what it has sent and when.
import { startTwitchServer } from '../tests/fakes/twitch-server'
import { type CrowdLine, crowdLine } from './flood-crowd'
import { CHANNEL, FloodOrder, type FloodReport } from './flood-orders'

const EVERY_MS = 10

const tell = (report: FloodReport) => void process.send?.(report)

const tagsOf = ({ broadcaster, moderator, vip, subscriber, firstMessage, bits }: Omit<CrowdLine, 'name' | 'text'>) => {
  const badges = [broadcaster && 'broadcaster/1', moderator && 'moderator/1', vip && 'vip/1', subscriber && 'subscriber/3']
  return {
    badges: badges.filter((badge) => badge !== false).join(','),
    mod: moderator ? '1' : '0',
    subscriber: subscriber ? '1' : '0',
    'first-msg': firstMessage ? '1' : '0',
    ...(bits > 0 ? { bits: String(bits) } : {}),
  }
}

const server = await startTwitchServer()
let sent = 0
const flood = (perSecond: number, seconds: number) => {
  const beganMs = performance.now()
  const before = sent
  let latestMs = 0
  const ticking = setInterval(() => {
    const passedMs = Math.min(performance.now() - beganMs, seconds * 1000)
    const owed = Math.floor((passedMs / 1000) * perSecond) - (sent - before)
    latestMs = Math.max(latestMs, (owed / perSecond) * 1000 - EVERY_MS)
    for (let i = 0; i < owed; i++) {
      const { name, text, ...who } = crowdLine(sent++)
      server.say(CHANNEL, { name, text, tags: tagsOf(who) })
    }
    if (passedMs < seconds * 1000) return
    clearInterval(ticking)
    tell({ type: 'over', sent: sent - before, atMs: Date.now(), latestMs })
  }, EVERY_MS)
}
process.on('message', (message) => {
  const order = FloodOrder.parse(message)
  if (order.type === 'flood') flood(order.perSecond, order.seconds)
  else server.say(CHANNEL, { name: order.name, text: order.text, id: order.id })
})
process.on('disconnect', () => process.exit(0))
tell({ type: 'listening', port: server.port })
