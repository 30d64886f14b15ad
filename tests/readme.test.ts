// What the README promises: its examples run, its links and pictures lead somewhere, its commands exist.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { allFiles, root } from './checkout'

const folder = mkdtempSync(join(tmpdir(), 'psiona-readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const documents = allFiles().filter((file) => file.endsWith('.md'))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const examples = [...read('README.md').matchAll(/^npm run -s psiona -- (.+)$/gm)].map((match) => match[1] as string)
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

describe('README', () => {
  it.each(examples)('psiona %s', (example) => {
    const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? (match[2] as string))
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.mjs'), ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PSIONA_DATA: join(folder, 'data') },
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.length).toBeGreaterThan(0)
  })

  it('links and pictures of every document lead somewhere', () => {
    const broken = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
        .map((match) => match[1] as string)
        .filter((target) => !existsSync(join(root, dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('every npm command that a document names exists', () => {
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map((match) => match[1] as string),
    )
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})
