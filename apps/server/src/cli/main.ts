// The psiona command line: words of a shell flow in, one result flows out. Exit code 0 only on success.
import { parseArgs } from 'node:util'
import { Problem } from '@psiona/shared'
import { readConfig } from '../config'
import { chat } from './chat'
import type { Command } from './command'
import { doctor } from './doctor'
import { listen } from './listen'
import { models } from './models'
import { panic } from './panic'
import { render } from './render'
import { wipe } from './wipe'

const COMMANDS: readonly Command[] = [render, listen, chat, models, panic, wipe, doctor]

const help = () =>
  ['psiona <command> [flags] [--json]', '', ...COMMANDS.flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`])].join(
    '\n',
  )

async function run([name, ...rest]: string[]): Promise<void> {
  if (name === undefined || name === 'help' || name === '--help') return void process.stdout.write(`${help()}\n`)
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command)
    throw new Problem(
      'unknown-command',
      'input',
      `There is no command of that name; there are: ${COMMANDS.map((c) => c.name).join(', ')}.`,
    )
  const { flags, positionals } = parseWords(command, rest)
  const { json, ...others } = flags
  const { result, words, problem } = await command.run(others, readConfig(process.env), positionals)
  process.stdout.write(json === true ? `${JSON.stringify(result)}\n` : `${words}\n`)
  if (problem) throw problem
}

function parseWords(command: Command, args: string[]) {
  try {
    const options = { ...command.flags, json: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: command.words === true })
    return { flags: values as Record<string, string | boolean | undefined>, positionals }
  } catch (cause) {
    throw new Problem('bad-flags', 'input', `Usage: psiona ${command.usage}`, { cause })
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  const problem =
    error instanceof Problem ? error : new Problem('unexpected', 'broken', error instanceof Error ? error.message : String(error))
  // One line, whatever a library has to say.
  process.stderr.write(`psiona: ${problem.code}: ${problem.message.replace(/\s+/g, ' ')}\n`)
  process.exitCode = 1
}
