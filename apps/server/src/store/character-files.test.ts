// The character files on a real disk: which one wins, live edits, mistakes, names that are no names, the bin.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { systemClock } from '../clock'
import { type CharacterFiles, loadCharacter, openCharacterFiles } from './character-files'

const yaml = (name: string, more = '') =>
  `# by hand\nidentity: { name: ${name}, role: tester, about: tests }\ntraits: {}\nstyle:\n  greetings: [Hi!]\n  goodbyes: [Bye!]\n${more}`

let root: string
let shippedDir: string
let dir: string
let binDir: string
let files: CharacterFiles
let changes: number
let wake: () => void
const changed = () => new Promise<void>((resolve) => (wake = resolve))
const open = async (chosen?: string, clock = fakeClock()) => {
  files = await openCharacterFiles({
    dir,
    shippedDir,
    binDir,
    clock,
    ...(chosen ? { chosen } : {}),
    onChange: () => {
      changes++
      wake()
    },
  })
  return files
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'psiona-characters-'))
  ;[shippedDir, dir, binDir] = [join(root, 'shipped'), join(root, 'own'), join(root, 'bin')]
  mkdirSync(shippedDir)
  writeFileSync(join(shippedDir, 'tori.yaml'), yaml('Tori'))
  changes = 0
  wake = () => {}
})
afterEach(async () => {
  await files?.close()
  rmSync(root, { recursive: true, force: true })
})

describe('character files', () => {
  it('uses the shipped tori, and the user’s file where there is one', async () => {
    await open()
    expect(files.current()).toMatchObject({ id: 'tori', character: { identity: { name: 'Tori' } }, problem: null })
    writeFileSync(join(dir, 'tori.yaml'), yaml('Tori the Second'))
    await files.refresh()
    expect(files.current().character.identity.name).toBe('Tori the Second')
    expect((await files.get('tori')).yaml).toContain('# by hand')
    expect(await files.list()).toEqual([{ id: 'tori', name: 'Tori the Second', active: true }])
  })
  it('chooses, and falls back to tori with a note when there is none', async () => {
    await open('mira')
    expect(files.current()).toMatchObject({ id: 'tori', problem: expect.stringMatching(/no character mira.*Choose/) })
    writeFileSync(join(dir, 'mira.yaml'), yaml('Mira'))
    await files.refresh()
    expect(files.current()).toMatchObject({ id: 'mira', problem: null })
    files.choose('tori')
    expect(files.current().id).toBe('tori')
    expect(changes).toBeGreaterThanOrEqual(2)
  })
  it('has somebody to say hello even without any file', async () => {
    rmSync(join(shippedDir, 'tori.yaml'))
    await open()
    expect(files.current().character.style.greetings.length).toBeGreaterThan(0)
    expect(files.current().problem).toMatch(/tori/)
  })
  it('keeps the last good version in use while a mistake stands in the file, and says where', async () => {
    await open()
    writeFileSync(join(dir, 'tori.yaml'), yaml('Second'))
    await files.refresh()
    writeFileSync(join(dir, 'tori.yaml'), yaml('Third', 'voice:\n  dials: { pitchHz: 900 }\n'))
    await files.refresh()
    expect(files.current()).toMatchObject({ id: 'tori', character: { identity: { name: 'Second' } } })
    expect(files.current().problem).toMatch(/^voice\.dials\.pitchHz is 900; it may be 60 to 420\. Line 8\.$/)
    expect(files.problems()).toEqual([
      { id: 'tori', problem: expect.objectContaining({ where: { file: 'characters/tori.yaml', line: 8, column: 21 } }) },
    ])
    writeFileSync(join(dir, 'tori.yaml'), yaml('Third'))
    await files.refresh()
    expect(files.current()).toMatchObject({ character: { identity: { name: 'Third' } }, problem: null })
    expect(files.problems()).toEqual([])
  })
  it('falls back to the shipped version when the user’s was wrong from the start', async () => {
    mkdirSync(dir)
    writeFileSync(join(dir, 'tori.yaml'), 'identity: nobody')
    await open()
    expect(files.current()).toMatchObject({
      id: 'tori',
      character: { identity: { name: 'Tori' } },
      problem: expect.stringMatching(/Line 1/),
    })
  })
  it('tells of a change once, and of a look that finds nothing new not at all', async () => {
    await open()
    writeFileSync(join(dir, 'tori.yaml'), yaml('Second'))
    await files.refresh()
    const after = changes
    await files.refresh()
    writeFileSync(join(dir, 'other.yaml'), yaml('Other'))
    await files.refresh()
    expect(changes).toBe(after)
  })
  it('hears an edit in place, an editor that renames, and a deletion', async () => {
    await open(undefined, Object.assign(fakeClock(), systemClock))
    let heard = changed()
    writeFileSync(join(dir, 'tori.yaml'), yaml('In place'))
    await heard
    expect(files.current().character.identity.name).toBe('In place')
    heard = changed()
    writeFileSync(join(dir, '.tori.yaml.swp'), yaml('Renamed'))
    renameSync(join(dir, '.tori.yaml.swp'), join(dir, 'tori.yaml'))
    await heard
    expect(files.current().character.identity.name).toBe('Renamed')
    heard = changed()
    unlinkSync(join(dir, 'tori.yaml'))
    await heard
    expect(files.current().character.identity.name).toBe('Tori')
  })
  it('writes what is valid as it is, and nothing else', async () => {
    await open()
    const file = await files.put('night-owl', yaml('Owl'))
    expect(file).toMatchObject({ id: 'night-owl', character: { identity: { name: 'Owl' } }, active: false })
    expect(readFileSync(join(dir, 'night-owl.yaml'), 'utf8')).toBe(yaml('Owl'))
    await expect(files.put('night-owl', 'identity: 7')).rejects.toMatchObject({
      where: { file: 'characters/night-owl.yaml', line: 1 },
    })
    expect(readFileSync(join(dir, 'night-owl.yaml'), 'utf8')).toBe(yaml('Owl'))
    expect(readdirSync(dir)).toEqual(['night-owl.yaml'])
  })
  it('[R102] writes dials into the user’s own file, with what undoes it; a file with a mistake stays as it is', async () => {
    await open()
    const { dials } = files.current().character.voice
    const { yaml: written, before } = await files.putDials('tori', { ...dials, pitchHz: 181 })
    expect(before).toBe(yaml('Tori'))
    expect(written.startsWith(before.trimEnd())).toBe(true)
    expect(readFileSync(join(dir, 'tori.yaml'), 'utf8')).toBe(written)
    expect(readFileSync(join(shippedDir, 'tori.yaml'), 'utf8')).toBe(before)
    expect(files.current().character.voice.dials).toEqual({ ...dials, pitchHz: 181 })
    await expect(files.putDials('nobody', dials)).rejects.toMatchObject({ category: 'missing' })
    const wrong = yaml('Tori', 'voice: { dials: { pitchHz: high } }\n')
    writeFileSync(join(dir, 'tori.yaml'), wrong)
    await files.refresh()
    await expect(files.putDials('tori', dials)).rejects.toMatchObject({ where: { file: 'characters/tori.yaml' } })
    expect(readFileSync(join(dir, 'tori.yaml'), 'utf8')).toBe(wrong)
  })
  it('moves to the bin what is removed; what ships stays', async () => {
    await open()
    await files.put('tori', yaml('Mine'))
    await files.remove('tori')
    expect(files.current().character.identity.name).toBe('Tori')
    const [binned] = readdirSync(binDir)
    expect(readFileSync(join(binDir, binned!), 'utf8')).toBe(yaml('Mine'))
    await expect(files.remove('tori')).rejects.toMatchObject({ category: 'refused' })
    await expect(files.remove('nobody')).rejects.toMatchObject({ category: 'missing' })
    await expect(files.get('nobody')).rejects.toMatchObject({ category: 'missing' })
  })
  it.each([
    '../tori',
    '..\\tori',
    '%2e%2e',
    '/etc/passwd',
    'a\0b',
    'con',
    'nul',
    'lpt1',
    'Tori',
    'a'.repeat(49),
    '',
    '.',
    '..',
    'file://x',
    'a/b',
    'ünder',
    'tori.yaml',
  ])('takes no name such as %j', async (id) => {
    await open()
    const outside = join(root, 'tripwire')
    writeFileSync(outside, 'untouched')
    for (const job of [files.get(id), files.put(id, yaml('X')), files.remove(id)])
      await expect(job).rejects.toBeInstanceOf(Problem)
    expect(() => loadCharacter({ shippedDir, userDir: dir, id })).toThrow(Problem)
    expect(readdirSync(dir)).toEqual([])
    expect(readFileSync(outside, 'utf8')).toBe('untouched')
  })
  it('follows no link, and reads no file that is too large or ill named', async () => {
    await open()
    writeFileSync(join(root, 'secret.yaml'), yaml('Secret'))
    symlinkSync(join(root, 'secret.yaml'), join(dir, 'linked.yaml'))
    mkdirSync(join(dir, 'folder.yaml'))
    writeFileSync(join(dir, 'My Character.yaml'), yaml('Mine'))
    writeFileSync(join(dir, 'large.yaml'), '#'.repeat(900_000))
    await files.refresh()
    expect((await files.list()).map(({ id }) => id)).toEqual(['tori'])
    expect(
      files
        .problems()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['My Character', 'folder', 'large', 'linked'])
    await expect(files.get('linked')).rejects.toMatchObject({ category: 'refused' })
    // Writing replaces the link, not what it points to.
    await files.put('linked', yaml('Own'))
    expect(readFileSync(join(root, 'secret.yaml'), 'utf8')).toContain('Secret')
  })
  it('ends without leaving a timer behind', async () => {
    const clock = fakeClock()
    await open(undefined, clock)
    await files.close()
    expect(clock.waiting).toBe(0)
  })
  it('loads one for a program that runs once', () => {
    expect(loadCharacter({ shippedDir, userDir: dir, id: 'tori' }).identity.name).toBe('Tori')
    expect(() => loadCharacter({ shippedDir, userDir: dir, id: 'nobody' })).toThrow(/no character nobody/)
    mkdirSync(dir)
    writeFileSync(join(dir, 'tori.yaml'), yaml('Mine'))
    expect(loadCharacter({ shippedDir, userDir: dir, id: 'tori' }).identity.name).toBe('Mine')
    expect(existsSync(binDir)).toBe(false)
  })
})
