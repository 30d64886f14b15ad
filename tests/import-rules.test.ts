// The import rules: the checkout keeps them, every source file was looked at, and each rule can fail.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root, sourceFiles } from './checkout'

const require = (await import('node:module')).createRequire(import.meta.url)
const { forbidden } = require('../.dependency-cruiser.cjs') as { forbidden: { name: string; comment: string }[] }

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string }[] }
}

const cruise = (cwd: string, folders: string[]): Cruise => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  try {
    return JSON.parse(stdout) as Cruise
  } catch {
    throw new Error(`dependency-cruiser gave no report: ${stderr.slice(-2000)}`)
  }
}

/** For every rule a tiny tree that breaks it and nothing else: file → what it imports. */
const OFFENCES: Record<string, Record<string, string[]>> = {
  'no-cycles': { 'packages/shared/src/a.ts': ['./b'], 'packages/shared/src/b.ts': ['./a'] },
  'shared-takes-zod-alone': { 'packages/shared/src/a.ts': ['yaml'] },
  'psi-takes-shared-alone': { 'packages/psi/src/a.ts': ['yaml'] },
  'live2d-takes-shared-alone': { 'packages/live2d/src/a.ts': ['yaml'] },
  'live2d-for-who-shows-her': {
    'apps/server/src/mind/a.ts': ['../../../../packages/live2d/src/b'],
    'packages/live2d/src/b.ts': [],
  },
  'safety-takes-shared-alone': { 'packages/safety/src/a.ts': ['yaml'] },
  'safety-for-the-house': { 'apps/server/src/mind/a.ts': ['../../../../packages/safety/src/b'], 'packages/safety/src/b.ts': [] },
  'zip-in-the-doctor': { 'apps/server/src/mind/a.ts': ['yauzl'] },
  'organs-are-strangers': { 'apps/server/src/mind/a.ts': ['../voice/b'], 'apps/server/src/voice/b.ts': [] },
  'organs-know-no-house': { 'apps/server/src/mind/a.ts': ['../server'], 'apps/server/src/server.ts': [] },
  'server-alone-builds': { 'apps/server/src/pipeline.ts': ['./mind/a'], 'apps/server/src/mind/a.ts': [] },
  'psi-for-voice-ears-cli': { 'apps/server/src/mind/a.ts': ['../../../../packages/psi/src/b'], 'packages/psi/src/b.ts': [] },
  'web-takes-shared-alone': { 'apps/web/src/lib/a.ts': ['../../../server/src/b'], 'apps/server/src/b.ts': [] },
  'overlay-knows-no-panel': { 'apps/web/src/overlay/a.ts': ['../panel/b'], 'apps/web/src/panel/b.ts': [] },
  'panel-knows-no-overlay': { 'apps/web/src/panel/a.ts': ['../overlay/b'], 'apps/web/src/overlay/b.ts': [] },
  'overlay-knows-no-microphone': { 'apps/web/src/overlay/a.ts': ['../mic/b'], 'apps/web/src/mic/b.ts': [] },
  'microphone-stands-alone': { 'apps/web/src/mic/a.ts': ['../panel/b'], 'apps/web/src/panel/b.ts': [] },
  'model-runtimes-in-adapters': { 'apps/server/src/ears/a.ts': ['onnxruntime-node'] },
  'certificates-and-codes-in-stage': { 'apps/server/src/mind/a.ts': ['uqr'] },
  'socket-io-in-stage': { 'apps/server/src/mind/a.ts': ['socket.io'] },
  'hono-in-stage': { 'apps/server/src/mind/a.ts': ['hono'] },
  'tmi-in-twitch': { 'apps/server/src/mind/a.ts': ['tmi.js'] },
  'obs-in-obs': { 'apps/server/src/stage/a.ts': ['obs-websocket-js'] },
  'languages-told-in-one-place': { 'apps/server/src/attention.ts': ['tinyld'] },
  'sqlite-in-store': { 'apps/server/src/mind/a.ts': ['better-sqlite3'] },
  'pixi-in-pixi-files': { 'apps/web/src/overlay/a.ts': ['pixi.js'] },
  'tests-are-leaves': { 'apps/server/src/mind/a.ts': ['./b.test'], 'apps/server/src/mind/b.test.ts': [] },
  'nothing-unresolved': { 'apps/server/src/mind/a.ts': ['./nowhere'] },
}

const temporary: string[] = []
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true })
})

describe('import rules', () => {
  it('are kept, and every source file was looked at', () => {
    const { modules, summary } = cruise(root, ['apps', 'packages', 'bench', 'tests', 'art'])
    expect(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([])
    const seen = new Set(modules.map(({ source }) => source))
    const expected = sourceFiles().filter(
      (file) => /^(apps|packages|bench|tests|art)\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
    )
    expect(expected.filter((file) => !seen.has(file))).toEqual([])
    expect(expected.length).toBeGreaterThan(100)
  })

  it('each have a reason and an offence below', () => {
    expect(forbidden.filter(({ comment }) => !comment)).toEqual([])
    expect(Object.keys(OFFENCES).sort()).toEqual(forbidden.map(({ name }) => name).sort())
  })

  it.each(Object.entries(OFFENCES))('%s can fail', (rule, tree) => {
    const folder = mkdtempSync(join(tmpdir(), 'psiona-rules-'))
    temporary.push(folder)
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'node_modules'])
      symlinkSync(join(root, name), join(folder, name))
    for (const top of ['apps', 'packages']) mkdirSync(join(folder, top))
    for (const [file, imports] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      const lines = imports.map((path, i) => `import * as i${i} from '${path}'\nexport const x${i} = i${i}`)
      writeFileSync(join(folder, file), `${lines.join('\n')}\nexport const here = 1\n`)
    }
    const broken = cruise(folder, ['apps', 'packages']).summary.violations.map((violation) => violation.rule.name)
    expect(broken).toContain(rule)
  })
})
