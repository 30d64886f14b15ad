// npm run check: form, types and import rules of the whole checkout, each on its own line. Exit code 1 when one fails.
import { runChecks } from './checks.mjs'
import { main, upToDate } from './steps.mjs'

await main(async () => {
  await upToDate(['packages', 'database client'])
  const results = await runChecks()
  if (results.some(({ passed }) => !passed)) process.exitCode = 1
})
