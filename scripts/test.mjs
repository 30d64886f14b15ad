// npm test: installs, builds, then runs everything that can run here. The last line is "N passed, N failed", summed over the runners.
// --long adds what takes minutes of real time. In CI (CI=true) what is skipped counts as failed.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './checks.mjs'
import { main, requireNode, root, say, upToDate } from './steps.mjs'
import { fetchTestCore } from './test-core.mjs'

const long = process.argv.includes('--long')
const RUNNERS = [
  { name: 'unit, structure and scenarios', config: 'vitest.config.ts' },
  { name: 'end to end', config: 'vitest.e2e.config.ts' },
  ...(long ? [{ name: 'long', config: 'vitest.long.config.ts' }] : []),
]

/** Runs one vitest configuration; its counts come from its JSON report, so a crash is a failure too. */
async function runVitest({ name, config }) {
  const report = join(root, 'node_modules', '.psiona', `${config}.json`)
  mkdirSync(join(root, 'node_modules', '.psiona'), { recursive: true })
  rmSync(report, { force: true })
  say(`\n== ${name}`)
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const code = await new Promise((resolve) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }).on('close', resolve))
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    const skipped = testResults.flatMap((file) =>
      file.assertionResults.filter(({ status }) => status === 'skipped' || status === 'pending').map(({ fullName }) => fullName),
    )
    for (const test of skipped) say(`skipped: ${test}`)
    const missing = numPendingTests + numTodoTests
    // A suite that failed to load has no failed test of its own; the exit code tells.
    return {
      passed: numPassedTests,
      failed: Math.max(numFailedTests, code === 0 ? 0 : 1) + (process.env.CI ? missing : 0),
      skipped: process.env.CI ? 0 : missing,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

await main(async () => {
  requireNode()
  await upToDate()
  await fetchTestCore()
  say('== checks')
  const checks = runChecks()
  const totals = {
    passed: checks.filter(({ passed }) => passed).length,
    failed: checks.filter(({ passed }) => !passed).length,
    skipped: 0,
  }
  for (const runner of RUNNERS) {
    const counts = await runVitest(runner)
    for (const key of Object.keys(totals)) totals[key] += counts[key]
  }
  if (totals.failed > 0) process.exitCode = 1
  console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`)
})
