// The structure of the checkout: sizes, names, clocks, the environment, the protocol's rules and who cites them.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allFiles, root, sourceFiles } from './checkout'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const lines = (file: string) => read(file).split('\n').length - 1
const sources = sourceFiles().filter((file) => !file.endsWith('.d.ts'))
const shipped = sources.filter((file) => !/\.test\.tsx?$|^tests\/|^bench\//.test(file))

describe('structure', () => {
  it('no source file is over 300 lines, and the median is under 100', () => {
    const sizes = sources.map((file) => [file, lines(file)] as const)
    expect(sizes.filter(([, size]) => size > 300)).toEqual([])
    const sorted = sizes.map(([, size]) => size).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100)
  })

  it('names are kebab-case nouns that say something', () => {
    const odd = sources.filter((file) => {
      const name = basename(file).replace(/^\./, '').split('.')[0] as string
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || /^(utils?|helpers?|types|common|misc|manager|service|handler|core)$/.test(name)
      )
    })
    expect(odd).toEqual([])
  })

  it('every file says on its first line what it is', () => {
    const silent = shipped.filter(
      (file) =>
        /^(apps|packages|scripts|art)\//.test(file) &&
        !/^(#!.*\n)?('use client'\n+|"use client"\n+)?(\/\/|\/\*)/.test(read(file)) &&
        !/next-env|\.d\.ts$/.test(file),
    )
    expect(silent).toEqual([])
  })

  it('only clock.ts reads the clock in the server, only config.ts the environment', () => {
    const server = shipped.filter((file) => file.startsWith('apps/server/src/'))
    const clocks = server.filter(
      (file) => !file.endsWith('/clock.ts') && /\b(Date\.now|performance\.now|setTimeout|setInterval)\(/.test(read(file)),
    )
    expect(clocks).toEqual([])
    expect(server.filter((file) => !/\/(config|main)\.ts$/.test(file) && /process\.env/.test(read(file)))).toEqual([])
    const pure = shipped.filter((file) => /^packages\/(psi|shared)\/src\//.test(file))
    expect(pure.filter((file) => /\bDate\b|Math\.random|from 'node:|\bprocess\.\w/.test(read(file)))).toEqual([])
  })

  it('nothing proprietary or foreign to the repository is in it', () => {
    const files = allFiles()
    // Tori's is written by our own program.
    const ours = 'live2d-models/tori/tori.moc3'
    expect(files.filter((file) => /live2dcubismcore|\.moc3$/i.test(file) && file !== ours)).toEqual([])
    const own = files.filter(
      (file) => /\.(ts|tsx|mjs|cjs|md|yaml|yml|json|css|prisma|sh)$/.test(file) && file !== 'package-lock.json',
    )
    const words = [['/work', '/'].join(''), ['/root', '/'].join('')]
    expect(own.filter((file) => words.some((word) => read(file).includes(word)))).toEqual([])
  })

  it('no file leaves work for later', () => {
    const later = new RegExp(['TO', 'DO|FIX', 'ME|X', 'XX|not imple', 'mented'].join(''))
    expect(shipped.filter((file) => later.test(read(file)))).toEqual([])
  })
})

describe('protocol', () => {
  const rules = [...read('docs/protocol.md').matchAll(/^\s*[-*]?\s*\**\[?(R\d+)\]?\**/gm)].map((match) => match[1] as string)
  it('has numbered rules, each once', () => {
    expect(rules.length).toBeGreaterThan(20)
    expect(rules.length).toBe(new Set(rules).size)
  })
  it('every rule is cited by a test, and every citation is a rule', () => {
    const tests = sources
      .filter((file) => /\.test\.tsx?$/.test(file))
      .map(read)
      .join('\n')
    const cited = new Set([...tests.matchAll(/\[(R\d+(?:,\s*R\d+)*)\]/g)].flatMap((match) => (match[1] as string).split(/,\s*/)))
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([])
    expect([...cited].filter((rule) => !rules.includes(rule))).toEqual([])
  })
})
