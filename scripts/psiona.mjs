// npm run -s psiona -- <command>: the command line. Builds what it needs first (said on stderr), then runs it in this process.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { main, requireNode, root, upToDate } from './steps.mjs'

await main(async () => {
  requireNode()
  await upToDate(['packages', 'database client', 'server'])
  await import(pathToFileURL(join(root, 'dist/cli.mjs')).href)
})
