// The command psiona models as a program of its own, for what only a process can show: signals and exit codes. In: words, and the environment. Out: as the shell prints it.
import { models } from '../../apps/server/src/cli/models'
import { readConfig } from '../../apps/server/src/config'

const { words, problem } = await models.run({}, readConfig(process.env), process.argv.slice(2))
process.stdout.write(`${words}\n`)
if (problem) {
  process.stderr.write(`psiona: ${problem.code}: ${problem.message}\n`)
  process.exitCode = 1
}
