import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { readCatalogue } from './model-catalogue'

const folder = mkdtempSync(join(tmpdir(), 'psiona-catalogue-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = {
  role: 'model',
  path: 'model.onnx',
  bytes: 10,
  sha256: 'a'.repeat(64) as string | null,
  url: 'https://example.com/model.onnx',
}
const model = {
  id: 'voices',
  title: 'Voices',
  job: 'speaker',
  engine: 'speaker',
  languages: ['en'],
  licence: { name: 'MIT', url: 'https://example.com' },
  monetised: 'yes',
  note: 'A note.',
  recommended: 1,
  files: [file],
}
const read = (text: string) => {
  const path = join(folder, 'catalogue.yaml')
  writeFileSync(path, text)
  return readCatalogue(path)
}
const readModels = (...models: object[]) => read(JSON.stringify({ models }))
const withFile = (changes: object) => () => readModels({ ...model, files: [{ ...file, ...changes }] })

describe('the catalogue that ships', () => {
  const models = readCatalogue(join(root, 'models/catalogue.yaml'))

  it('has every kind of model, in the order of suggestion', () => {
    expect(new Set(models.map(({ job }) => job))).toEqual(new Set(['streaming', 'offline', 'speaker', 'speech']))
    expect(new Set(models.map(({ engine }) => engine))).toEqual(
      new Set(['zipformer', 'whisper', 'moonshine', 'sense-voice', 'speaker', 'piper', 'kokoro']),
    )
    expect(models.map(({ recommended }) => recommended)).toEqual(models.map((_, i) => i + 1))
  })

  it('names every file by a revision, with its size and checksum', () => {
    for (const { url, path, bytes, sha256 } of models.flatMap(({ files }) => files)) {
      expect(url).toMatch(/^https:\/\/huggingface\.co\/[\w.-]+\/[\w.-]+\/resolve\/[0-9a-f]{40}\//)
      expect(url.endsWith(`/${path}`)).toBe(true)
      expect(bytes).toBeGreaterThan(path.startsWith('espeak-ng-data/lang/') ? 20 : 600)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  it('gives one checksum and one size to one address', () => {
    const files = models.flatMap((entry) => entry.files)
    const byUrl = new Map(files.map(({ url, sha256 }) => [url, sha256]))
    for (const { url, sha256 } of files) expect(byUrl.get(url)).toBe(sha256)
    const bySum = new Map(files.map(({ sha256, bytes }) => [sha256, bytes]))
    for (const { sha256, bytes } of files) expect(bySum.get(sha256)).toBe(bytes)
  })

  it('has voices for several languages, each with the phonemes of its own, all of them in one folder', () => {
    const voices = models.filter(({ job }) => job === 'speech')
    expect(voices.length).toBeGreaterThanOrEqual(6)
    expect(new Set(voices.flatMap(({ languages }) => languages))).toEqual(new Set(['en', 'de', 'it', 'sl']))
    for (const { languages, files, licence } of voices) {
      const pathOf = (role: string) => files.find((file) => file.role === role)?.path
      expect(pathOf('dictionary')).toBe(`espeak-ng-data/${languages[0]}_dict`)
      expect(pathOf('language')).toMatch(new RegExp(`^espeak-ng-data/lang/[a-z]+/${languages[0]}(-|$)`))
      expect(licence.name).toMatch(/GPL/)
    }
  })

  it('says of every licence where it can be read', () => {
    for (const { licence } of models) expect(licence.url).toMatch(/^https:\/\//)
  })
})

describe('readCatalogue', () => {
  it('takes a model, also one whose size and checksum nobody has published', () => {
    expect(readModels(model)).toEqual([model])
    expect(withFile({ bytes: null, sha256: null })()).toHaveLength(1)
    expect(withFile({ path: 'onnx/model.int8.onnx' })()).toHaveLength(1)
    expect(withFile({ url: 'http://127.0.0.1:8000/model.onnx' })()).toHaveLength(1)
  })

  it.each([
    '../model.onnx',
    'a/../../model.onnx',
    '/etc/passwd',
    'C:/model.onnx',
    'a\\model.onnx',
    '.hidden',
    'a/.partial',
    'a//b',
    'a/',
    'con',
    'sub/NUL.txt',
    'trailing.',
    'nul\u0000byte',
    'checksums.json',
    'x'.repeat(200),
    '',
  ])('refuses the path %j, which could leave the folder', (path) => {
    expect(withFile({ path })).toThrow(Problem)
  })

  it.each([
    'http://example.com/model.onnx',
    'file:///etc/passwd',
    'ftp://example.com/model.onnx',
    'https://me:secret@example.com/model.onnx',
    'http://192.168.1.1/model.onnx',
    'http://127.0.0.1.example.com/model.onnx',
    'model.onnx',
  ])('refuses the address %j', (url) => {
    expect(withFile({ url })).toThrow(Problem)
  })

  it.each([
    ['an engine without its files', { engine: 'whisper' }],
    ['a file twice', { engine: 'sense-voice', files: [file, { ...file, role: 'tokens', path: 'MODEL.onnx' }] }],
    ['a name that is no slug', { id: '../x' }],
    ['an unknown field', { secret: 1 }],
    ['a checksum that is none', { files: [{ ...file, sha256: 'abc' }] }],
    ['a file of no bytes', { files: [{ ...file, bytes: 0 }] }],
    ['no languages', { languages: [] }],
    ['a voice that hears', { engine: 'speaker', job: 'speech' }],
    ['a role twice', { files: [file, { ...file, path: 'other.onnx' }] }],
  ])('refuses %s, naming the place', (_, changes) => {
    expect(() => readModels({ ...model, ...changes })).toThrow(/models\.0/)
  })

  it('refuses the same id twice, no YAML, no file and a bomb of aliases', () => {
    expect(() => readModels(model, model)).toThrow(/each id once/)
    expect(() => read('models: [')).toThrow(/no YAML/)
    expect(() => readCatalogue(join(folder, 'nowhere.yaml'))).toThrow(/missing/)
    const bomb = [
      'a: &a [x]',
      ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`),
    ]
    expect(() => read(bomb.join('\n'))).toThrow(Problem)
  })
})
