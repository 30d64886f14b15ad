// What reaches a log line and what does not.
import { Problem } from '@psiona/shared'
import { expect, test } from 'vitest'
import { createLog } from './log'

const CANARY = 'canary-7f3a'

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog({ level: 'debug', to: { write: (line) => lines.push(line) } }))
  return lines.join('')
}

test('[R47] fields that carry words, names and keys are blacked out, at any depth we log', () => {
  const names = ['text', 'said', 'answered', 'heard', 'name', 'from', 'prompt', 'yaml', 'token', 'cookie', 'authorization', 'url']
  const ofStreams = ['title', 'caption', 'channel', 'device', 'deviceCode', 'userCode', 'accessToken', 'refreshToken', 'password']
  for (const name of [...names, ...ofStreams]) {
    const lines = linesOf((log) => {
      log.info({ [name]: CANARY }, 'flat')
      log.info({ turn: { [name]: CANARY } }, 'nested')
      log.info({ turn: { from: { [name]: CANARY } } }, 'deep')
    })
    expect(lines, name).not.toContain(CANARY)
    expect(lines).toContain('[private]')
  }
})

test('[R47] an error of others gives its kind, code and place, never its message', () => {
  const parse = () => JSON.parse(`{"said":"${CANARY}" oops`)
  const lines = linesOf((log) => {
    try {
      parse()
    } catch (cause) {
      log.error({ err: cause }, 'failed')
      log.error({ err: new Problem('broken', 'broken', 'Restart it.', { cause }) }, 'failed')
    }
  })
  expect(lines).not.toContain(CANARY)
  expect(lines).toContain('SyntaxError')
  expect(lines).toContain('log.test.ts')
  expect(lines).toContain('Restart it.')
})

test('a log line names neither machine nor process', () => {
  const line: unknown = JSON.parse(linesOf((log) => log.info({ part: 'voice' }, 'ready')))
  expect(line).toEqual({ level: 'info', time: expect.any(Number), part: 'voice', msg: 'ready' })
})
