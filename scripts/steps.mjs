// What must have happened before anything runs: install, generate, build. In: the checkout. Out: node_modules, the database client, the site, the bundles.
// Plain Node without dependencies, because it runs before there are any. A step whose inputs have not changed is skipped.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const NODE_LEAST = [20, 19]
const SKIPPED_FOLDERS = new Set(['node_modules', '.next', 'out', 'dist', 'generated'])

/** A failure whose sentence is all the user needs. */
export class Trouble extends Error {}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < NODE_LEAST[0] || (major === NODE_LEAST[0] && minor < NODE_LEAST[1]))
    throw new Trouble(
      `This is Node ${process.versions.node}; Psiona needs ${NODE_LEAST.join('.')} or newer. Install it from nodejs.org and try again.`,
    )
}

function* filesUnder(path) {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) return yield path
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && SKIPPED_FOLDERS.has(entry.name)) continue
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name))
    else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield join(path, entry.name)
  }
}

function hashOf(inputs) {
  const hash = createHash('sha256').update(process.versions.modules)
  for (const input of inputs)
    for (const file of filesUnder(join(root, input))) hash.update(relative(root, file)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

/** Runs a program in the checkout; keeps its output for the failure message, shows that time passes. */
function run(what, command, args, extraEnvironment = {}) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...extraEnvironment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const ticking = setInterval(() => say(`  ${what}: ${Math.round((performance.now() - startedAt) / 1000)} s`), 10_000)
    child.on('error', (error) => reject(Object.assign(error, { output })))
    child.on('close', (code) => {
      clearInterval(ticking)
      if (code === 0) resolve(undefined)
      else reject(Object.assign(new Error(`${command} ended with ${code}`), { output }))
    })
  })
}

export const say = (line) => process.stderr.write(`${line}\n`)
const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

export function installTrouble({ output = '' }) {
  if (/ENOSPC/.test(output)) return 'The disk is full. Free about 1 GB and run the command again.'
  if (/EACCES|EPERM|EROFS/.test(output))
    return `There is no permission to write in ${root}. Move the folder to a place you own, or change its owner.`
  if (/node-gyp|gyp ERR|not found: make|no acceptable C compiler/i.test(output))
    return 'The database part could not be fetched ready-made, and building it needs a C++ compiler and Python 3. Install them (Debian: apt install g++ make python3; Windows: Visual Studio Build Tools; macOS: xcode-select --install) and run the command again.'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(output))
    return 'npm could not be reached. Connect this machine to the internet once and run the command again.'
  return `npm could not install the packages. Its last words:\n${output.split('\n').slice(-12).join('\n')}`
}

export const steps = [
  {
    name: 'packages',
    doing: 'Installing packages (first time: a minute or two)',
    inputs: [
      'package.json',
      'package-lock.json',
      'apps/server/package.json',
      'apps/web/package.json',
      'packages/shared/package.json',
      'packages/psi/package.json',
      'packages/live2d/package.json',
      'packages/safety/package.json',
    ],
    output: 'node_modules/zod',
    run: () =>
      run('packages', 'npm', ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev'], {
        ONNXRUNTIME_NODE_INSTALL: 'skip',
      }),
    trouble: installTrouble,
  },
  {
    name: 'database client',
    doing: 'Generating the database client',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    output: 'apps/server/src/store/generated',
    // The engine binary is never needed; a name that fails keeps Prisma from fetching one.
    run: () => run('database client', bin('prisma'), ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false' }),
  },
  {
    name: 'server',
    doing: 'Bundling the server',
    inputs: [
      'apps/server/src',
      'packages/shared/src',
      'packages/psi/src',
      'packages/live2d/src',
      'packages/safety/src',
      'packages/safety/data',
      'prisma',
      'scripts/bundle.mjs',
      'package-lock.json',
    ],
    output: 'dist/main.mjs',
    run: () => run('server', process.execPath, [join(root, 'scripts/bundle.mjs')]),
  },
  {
    name: 'site',
    doing: 'Building panel and overlay (first time: half a minute)',
    inputs: ['apps/web', 'packages/shared/src', 'packages/live2d/src', 'package-lock.json'],
    output: 'apps/web/out/index.html',
    run: () => run('site', 'npm', ['run', 'build', '--workspace', '@psiona/web']),
  },
]

const stampFile = (name) => join(root, 'node_modules', '.psiona', `${name.replaceAll(' ', '-')}.sha256`)

/** Brings the named steps up to date, in order. @throws Trouble with the sentence to show. */
export async function upToDate(names = steps.map((step) => step.name)) {
  for (const step of steps.filter(({ name }) => names.includes(name))) {
    const hash = hashOf(step.inputs)
    const stamp = stampFile(step.name)
    if (existsSync(join(root, step.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
    say(`${step.doing} …`)
    const startedAt = performance.now()
    try {
      await step.run()
    } catch (error) {
      throw new Trouble(
        step.trouble?.(error) ??
          `${step.doing} failed. Its last words:\n${(error.output ?? String(error)).split('\n').slice(-20).join('\n')}`,
      )
    }
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, hash)
    say(`  done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  }
}

/** Runs an entry script: a Trouble is one sentence and exit code 1, anything else shows itself. */
export async function main(body) {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
