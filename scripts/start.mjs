// npm start: whatever is missing is made, then the server runs in this very process.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { main, requireNode, root, upToDate } from './steps.mjs'

await main(async () => {
  requireNode()
  await upToDate()
  await import(pathToFileURL(join(root, 'dist/main.mjs')).href)
})
