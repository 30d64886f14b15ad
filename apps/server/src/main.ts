// The process: environment flows in, a running Psiona flows out, until Ctrl C. The only file besides the CLI's that acts on import.
import { setFlagsFromString } from 'node:v8'
import { type PartHealth, Problem } from '@psiona/shared'
import { systemClock } from './clock'
import { readConfig } from './config'
import { startServer } from './server'

// A flood of chat is mostly garbage. V8 would let the heap double before it looks through the old part; beside a game that memory is not hers.
setFlagsFromString('--heap-growing-percent=30')

const MARK: Record<PartHealth['state'], string> = { ok: '✓', off: '·', trouble: '!' }
const line = (text = '') => process.stdout.write(`${text}\n`)

try {
  const startedMs = systemClock.monotonicMs()
  const config = readConfig(process.env)
  const server = await startServer(config, systemClock)
  line(`Ready in ${((systemClock.monotonicMs() - startedMs) / 1000).toFixed(1)} s.`)
  line()
  line(`  Panel    ${server.address}`)
  line(`  Overlay  ${server.overlayUrl}`)
  line('           for OBS: Sources, +, Browser, 800 × 1000')
  const { on, origins, remedy } = server.lan()
  if (on) line(`  Phones   ${origins[0]}: panel, page Ears, Add a phone`)
  if (config.lan && remedy) line(`  Phones   → ${remedy}`)
  line()
  for (const { part, state, detail, remedy } of server.health()) {
    line(`  ${MARK[state]} ${part.padEnd(10)} ${detail}`)
    if (state === 'trouble' && remedy) line(`    ${' '.repeat(10)} → ${remedy}`)
  }
  line()
  line('  Ctrl C ends it.')

  let ending = false
  const end = async () => {
    // A second Ctrl C does not wait for anything.
    if (ending) process.exit(130)
    ending = true
    await server.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
} catch (error) {
  if (!(error instanceof Problem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
