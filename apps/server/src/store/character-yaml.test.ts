// Mistakes people make in character files: where each is shown, and what is said about it. And files made to harm.
import { readFileSync } from 'node:fs'
import { Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { parseCharacter } from './character-yaml'

const tori = readFileSync(new URL('../../../../characters/tori.yaml', import.meta.url), 'utf8')
const GOOD = `identity:
  name: Mira
  role: a night owl
  about: She watches the stars.
traits:
  openness: 0.5
  likes: [stars, tea]
style:
  sentences: 2
  greetings:
    - Hello!
  goodbyes:
    - Bye!
  knowledge:
    - about: tea
      words: [tea]
      says:
        - I like tea.
voice:
  dials:
    pitchHz: 200
  lexicon:
    GIF: JH IH1 F
gestures:
  joy: wink
behaviour:
  baseline: { calm: 0.3 }
`
const problemOf = (yaml: string): Problem => {
  try {
    parseCharacter(yaml, 'characters/mira.yaml')
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('no mistake was found')
}

/** What is replaced by what → the line of the mistake, and words of the sentence. */
const MISTAKES: readonly (readonly [find: string, replace: string, line: number, says: RegExp])[] = [
  ['pitchHz: 200', 'pitchHz: 900', 21, /^voice\.dials\.pitchHz is 900; it may be 60 to 420\. Line 21\.$/],
  ['pitchHz: 200', 'pitchHz: high', 21, /pitchHz is "high"; it may be 60 to 420/],
  ['pitchHz: 200', 'pitchHz:', 21, /pitchHz is empty; it may be 60 to 420/],
  ['pitchHz: 200', 'pitch: 200', 21, /voice\.dials\.pitch is not known\. Did you mean pitchHz\?/],
  ['pitchHz: 200', 'volume: 200', 21, /volume is not known\. It may be one of pitchHz, range, rate/],
  ['  name: Mira\n', '', 1, /identity\.name is missing\. Add it/],
  ['name: Mira', 'name: ""', 2, /identity\.name is empty; it may be text of 1 to 40/],
  ['name: Mira', `name: ${'M'.repeat(41)}`, 2, /identity\.name has 41 characters; it may be text of 1 to 40/],
  ['name: Mira', 'name: [Mira, Mara]', 2, /identity\.name is a list; it may be text/],
  ['name: Mira', 'name: 7', 2, /identity\.name is 7; it may be text/],
  ['openness: 0.5', 'openness: 5', 6, /traits\.openness is 5; it may be 0 to 1/],
  ['openness: 0.5', 'opennes: 0.5', 6, /Did you mean openness\?/],
  ['openness: 0.5', 'openness: "0.5"', 6, /traits\.openness is "0\.5"; it may be 0 to 1/],
  ['likes: [stars, tea]', 'likes: stars', 7, /traits\.likes is "stars"; it may be a list of up to 60 entries/],
  ['sentences: 2', 'sentences: 2.5', 9, /style\.sentences is 2\.5; it may be a whole number, 1 to 6/],
  ['sentences: 2', 'sentences: 12', 9, /style\.sentences is 12; it may be a whole number, 1 to 6/],
  ['    - Hello!\n', '', 10, /style\.greetings is empty; it may be a list/],
  ['  goodbyes:\n    - Bye!\n', '', 8, /style\.goodbyes is missing/],
  ['words: [tea]', 'words: []', 16, /knowledge\[0\]\.words has 0 entries; it may be a list of 1 to 30/],
  ['words: [tea]', 'words: [t]', 16, /words\[0\] has 1 characters; it may be text of 2 to 60/],
  ['words: [tea]', 'word: [tea]', 16, /knowledge\[0\]\.word is not known\. Did you mean words\?|words is missing/],
  ['- I like tea.', `- ${'x'.repeat(401)}`, 18, /says\[0\] has 401 characters/],
  ['GIF: JH IH1 F', 'GIF: jif', 23, /lexicon\.GIF is "jif"; it may be ARPAbet/],
  ['GIF: JH IH1 F', 'GIF: JH QQ1 F', 23, /lexicon\.GIF is "JH QQ1 F"; it may be ARPAbet/],
  ['joy: wink', 'joy: winks', 25, /gestures\.joy is "winks"; it may be one of wink, nod/],
  ['joy: wink', 'happy: wink', 25, /gestures\.happy is not known\. It may be one of joy/],
  ['{ calm: 0.3 }', '{ calm: 3 }', 27, /behaviour\.baseline\.calm is 3; it may be 0 to 1/],
  ['traits:', 'trait:', 5, /trait is not known\. Did you mean traits\?|traits is missing/],
  ['voice:', 'schema: 2\nvoice:', 19, /schema is 2; it may be only 1/],
  ['  role: a night owl', '   role: a night owl', 2, /indentation|fits nowhere|colon inside/],
  ['role: a night owl', 'role: "a night owl', 3, /missing here|fits nowhere|colon|key/],
  ['role: a night owl', 'role: note: owl', 3, /colon inside the text/],
  ['  role: a night owl', '  name: Ann\n  role: a night owl', 3, /second time/],
  ['  role: a night owl', '\trole: a night owl', 3, /tab|fits nowhere/i],
  ['role: a night owl', 'role: *owl', 3, /begins with \*/],
  ['role: a night owl', 'role: !!js/function "x"', 3, /order to the parser/],
  ['role: a night owl', 'role: @owl', 3, /cannot begin with this character/],
  ['voice:', '---\nvoice:', 19, /second document/],
  ['traits:', '__proto__: { polluted: true }\ntraits:', 5, /__proto__ is no key/],
  ['traits:', 'constructor: { prototype: 1 }\ntraits:', 5, /constructor is no key/],
]

describe('a character file', () => {
  it('parses, and tori does as well', () => {
    expect(parseCharacter(GOOD, 'characters/mira.yaml').identity.name).toBe('Mira')
    expect(parseCharacter(tori, 'characters/tori.yaml').style.knowledge.length).toBeGreaterThanOrEqual(25)
  })
  it.each(MISTAKES)('%s → %s', (find, replace, line, says) => {
    expect(GOOD).toContain(find)
    const problem = problemOf(GOOD.replace(find, replace))
    expect(problem.message).toMatch(says)
    expect(problem.where).toMatchObject({ file: 'characters/mira.yaml', line })
    expect(problem.where!.column).toBeGreaterThan(0)
    expect(problem.message).toMatch(new RegExp(`Line ${line}\\.$`))
    expect(problem.category).toBe('input')
  })
  it('says what a file is that is none', () => {
    expect(problemOf('').message).toMatch(/The file is empty; it may be a group with schema, identity/)
    expect(problemOf('- a\n- b').message).toMatch(/The file is a list/)
    expect(problemOf('just words').message).toMatch(/The file is "just words"/)
  })
  it('keeps two knowledge entries apart', () => {
    const problem = problemOf(GOOD.replace('voice:', '    - about: stars\n      words: [stars]\n      says: []\nvoice:'))
    expect(problem.message).toContain('style.knowledge[1].says')
    expect(problem.where!.line).toBe(21)
  })
})

describe('a harmful file', () => {
  const bomb = `a: &a [${'x,'.repeat(9)}x]\n${'bcdefghi'
    .split('')
    .map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(8)}*${'abcdefghi'[i]}]`)
    .join('\n')}\n`
  it.each([
    ['aliases of aliases', bomb],
    ['a hundred thousand brackets', `a: ${'['.repeat(99_000)}`],
    ['a hundred thousand braces', '{a: '.repeat(40_000)],
    ['dashes without end', '- '.repeat(90_000)],
    ['question marks without end', '? '.repeat(90_000)],
    ['stairs', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['keys without end', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['repetitions without end', `a: &a x\n${Array.from({ length: 15_000 }, (_, i) => `k${i}: *a`).join('\n')}`],
    ['too long', `a: ${'x'.repeat(200_001)}`],
  ])('%s is refused', (_, yaml) => {
    expect(problemOf(yaml).category).toBe('input')
  })
  it('leaves every object as it was', () => {
    problemOf(`${GOOD}"__proto__":\n  polluted: yes\n`)
    problemOf(GOOD.replace('GIF: JH IH1 F', '__proto__: JH IH1 F'))
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})
