// Dials written into a file that somebody keeps by hand.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VoiceDials } from '@psiona/shared'
import { expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { withAppearance, withDials } from './character-dials'
import { parseCharacter } from './character-yaml'

const tori = readFileSync(join(root, 'characters/tori.yaml'), 'utf8')
const dialsOf = (yaml: string) => parseCharacter(yaml, 'characters/tori.yaml').voice.dials
const lines = (text: string) => text.split('\n')

it('[R102] changes the dials and no other line', () => {
  const dials = { ...dialsOf(tori), pitchHz: 181, breath: 0.33 }
  const written = withDials(tori, dials)
  expect(dialsOf(written)).toEqual(dials)
  const changed = lines(written).filter((line) => !lines(tori).includes(line))
  expect(changed.length).toBeLessThanOrEqual(3)
  expect(lines(written).filter((line) => line.includes('#')).length).toBe(lines(tori).filter((line) => line.includes('#')).length)
})

it('writes nothing that says nothing new', () => {
  expect(withDials(tori, dialsOf(tori))).toBe(tori)
})

const bare = lines(tori)
  .filter((line) => line !== '')
  .join('\n')
  .replace(/^voice:[\s\S]*?(?=^[a-z]+:)/m, '')

it('makes room where there is none yet, and takes an equaliser', () => {
  const dials = VoiceDials.parse({ pitchHz: 150, equaliser: [{ hz: 200, db: 3 }] })
  expect(dialsOf(withDials(bare, dials))).toEqual(dials)
  expect(dialsOf(withDials(withDials(bare, dials), VoiceDials.parse({})))).toEqual(VoiceDials.parse({}))
})

/** Odd ways in which people write, all of them YAML. */
const voices: Readonly<Record<string, string>> = {
  'in braces': "voice: { language: 'de', dials: { pitchHz: 150,   breath: 0.2 } } # mine",
  'in empty braces': 'voice:\n    dials: {}   # none yet\n    language: de',
  'beside others': "voice:\n  # hers\n  language:   'de'\n  lexicon:\n    GIF: JH IH1 F\n\n# behind",
  'with a list in lines':
    'voice:\n  dials:\n    equaliser:\n      - { hz: 100, db: 1 }\n      - hz: 300\n        db: 2\n\n    # pitch\n    pitchHz: 150 # low\n  language: de',
  'at the end of the file, without a line end': 'voice:\n  dials:\n    breath: 0.3',
  'in braces of their own': 'voice:\n  dials: {pitchHz: 150}\n  language: de',
  'with windows line ends': 'voice:\r\n  dials:\r\n    pitchHz: 150\r\n  language: de\r\n',
}
it.each(Object.entries(voices))('[R102] writes dials %s, and nothing else changes', (_, voice) => {
  const yaml = `# A stranger’s file.\n${bare}\n${voice}`
  const before = parseCharacter(yaml, 'characters/odd.yaml')
  const dials = { ...before.voice.dials, pitchHz: 181, breath: 0.33, equaliser: [{ hz: 200, db: 3 }] }
  const written = withDials(yaml, dials)
  expect(parseCharacter(written, 'characters/odd.yaml')).toEqual({ ...before, voice: { ...before.voice, dials } })
  expect(written.startsWith(yaml.slice(0, yaml.indexOf('voice:')))).toBe(true)
  const comments = (text: string) => text.match(/#.*/g)
  expect(comments(written)).toEqual(comments(yaml))
  expect(written.match(/\r\n|\n/g)?.slice(-2)).toEqual(yaml.match(/\r\n|\n/g)?.slice(-2))
  expect(withDials(written, dials)).toBe(written)
})

it('[R102] refuses what would change something else as well', () => {
  const yaml = `${bare}\nvoice:\n  dials:\n    breath: &low 0.2\n    nasality: *low\n`
  expect(() => withDials(yaml, { ...dialsOf(yaml), breath: 0.4 })).toThrow(/line of its own/)
  expect(dialsOf(withDials(yaml, { ...dialsOf(yaml), nasality: 0.4 }))).toMatchObject({ breath: 0.2, nasality: 0.4 })
})

it('[R102] puts on another model, outfit and accessories, and changes no other line', () => {
  const dressed = withAppearance(tori, { model: 'mira', outfit: 'no', accessories: { 'round-glasses': true } })
  const { appearance } = parseCharacter(dressed, 'characters/tori.yaml')
  expect(appearance).toMatchObject({ model: 'mira', outfit: 'no', accessories: { 'round-glasses': true } })
  const again = withAppearance(dressed, { accessories: { scarf: true } })
  expect(parseCharacter(again, 'characters/tori.yaml').appearance).toMatchObject({
    model: 'mira',
    accessories: { 'round-glasses': true, scarf: true },
  })
  const kept = lines(tori).filter((line) => !/^\s*(model|outfit):/.test(line))
  expect(kept.filter((line) => !lines(again).includes(line))).toEqual([])
  expect(withAppearance(tori, { model: 'tori' })).toBe(tori)
})

it('[R102] names of accessories that YAML reads as something else are still names', () => {
  const accessories = { '007': true, on: false, null: true, '1e3': true }
  const dressed = withAppearance(tori, { accessories })
  expect(parseCharacter(dressed, 'characters/tori.yaml').appearance.accessories).toEqual(accessories)
  const again = withAppearance(dressed, { accessories: { '007': false, no: true } })
  expect(parseCharacter(again, 'characters/tori.yaml').appearance.accessories).toEqual({ ...accessories, '007': false, no: true })
})
