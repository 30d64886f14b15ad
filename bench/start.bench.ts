// How long a newcomer waits, and how much the house weighs: a fresh clone is started twice with npm start.
// coldSeconds: from npm start on a fresh clone until the addresses are printed. warmSeconds: the same the second time, the median of five.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../tests/checkout'
import { progress, quantile, report, rounded } from './figures'

const IDLE_SECONDS = 30
const WARM_STARTS = 5

interface Started {
  readonly seconds: number
  readonly pid: number
  stop(): Promise<void>
}

async function npmStart(checkout: string, dataDir: string): Promise<Started> {
  const startedAt = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: checkout,
    detached: true,
    env: { ...process.env, PSIONA_PORT: '0', PSIONA_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const keep = (chunk: Buffer) => {
      output += chunk
      if (/Ready/.test(output)) resolve()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)))
  })
  const seconds = (performance.now() - startedAt) / 1000
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as { pid: number }
  return {
    seconds,
    pid,
    async stop() {
      const over = new Promise((resolve) => child.once('exit', resolve))
      process.kill(pid, 'SIGINT')
      await over
    },
  }
}

const rssMb = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
const sizesMb = (folder: string) =>
  execFileSync('du', ['-m', '--max-depth=2', folder], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([mb, path]) => ({ mb: Number(mb), name: path!.slice(folder.length + 1) }))

const temporary = mkdtempSync(join(tmpdir(), 'psiona-bench-'))
try {
  const [checkout, dataDir] = [join(temporary, 'psiona'), join(temporary, 'data')]
  execFileSync('git', ['clone', '--quiet', root, checkout])
  progress('cold start of a fresh clone …')
  const cold = await npmStart(checkout, dataDir)
  await cold.stop()
  const warm: number[] = []
  let rss = 0
  for (let i = 0; i < WARM_STARTS; i++) {
    const started = await npmStart(checkout, dataDir)
    warm.push(started.seconds)
    if (i === WARM_STARTS - 1) {
      progress(`${IDLE_SECONDS} s of idling …`)
      await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000))
      rss = rssMb(started.pid)
    }
    await started.stop()
  }
  const sizes = sizesMb(join(checkout, 'node_modules'))
  const packages = sizes.filter(
    ({ name }) => name && name !== '.bin' && (name.startsWith('@') ? name.includes('/') : !name.includes('/')),
  )
  report('start', {
    coldSeconds: rounded(cold.seconds),
    warmSeconds: rounded(quantile(warm, 0.5), 2),
    rssMb: rounded(rss),
    installMb: sizes.find(({ name }) => name === '')?.mb ?? 0,
    largestPackages: packages.sort((a, b) => b.mb - a.mb).slice(0, 8),
  })
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
