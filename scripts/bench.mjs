// npm run -s bench -- <name> [--json]: measures, prints a table on stderr and, with --json, one JSON object as the last line of stdout.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { main, requireNode, root, Trouble, upToDate } from './steps.mjs'

await main(async () => {
  requireNode()
  const [name, ...rest] = process.argv.slice(2)
  const known = readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length))
  if (!name || !existsSync(join(root, 'bench', `${name}.bench.ts`)))
    throw new Trouble(`Name a bench: ${known.join(', ')}. Example: npm run -s bench -- ${known[0]} --json`)
  await upToDate()
  const child = spawn(process.execPath, ['--import', 'tsx', join('bench', `${name}.bench.ts`), ...rest], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
})
