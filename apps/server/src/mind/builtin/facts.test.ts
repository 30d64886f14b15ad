// What is understood as a fact about a person, and what is not; what may be repeated aloud, and what may not.
import { describe, expect, it } from 'vitest'
import { recordOf } from '../../../../../tests/fakes/turns'
import { factsOf, tellings } from './facts'
import { mirrored } from './phrasing'
import { speakable } from './speakable'

describe('facts', () => {
  it.each([
    ['my name is Ada', 'name', '', 'Ada'],
    ['Hi, my name’s Jean-Luc!', 'name', '', 'Jean-Luc'],
    ['call me Sam', 'name', '', 'Sam'],
    ['my cat is called Pixel', 'called', 'cat', 'Pixel'],
    ['i have a dog named Bruno', 'called', 'dog', 'Bruno'],
    ["my sister's name is Ruth", 'called', 'sister', 'Ruth'],
    ['my favourite color is dark green, I think', 'favourite', 'colour', 'dark green'],
    ['Hades is my favorite game', 'favourite', 'game', 'Hades'],
    ["I'm playing Hollow Knight right now", 'playing', '', 'Hollow Knight'],
    ['we are playing chess and it is fun', 'playing', '', 'chess'],
    ['i live in Lisbon', 'lives', '', 'Lisbon'],
    ["i'm from Peru", 'lives', '', 'Peru'],
    ['i work as a nurse', 'works', '', 'a nurse'],
    ['I am a software developer', 'works', '', 'software developer'],
    ['i am 25 years old', 'age', '', '25'],
    ['my birthday is on May 4th', 'birthday', '', 'May 4th'],
    ["i can't stand mushrooms", 'hates', '', 'mushrooms'],
    ['I really love thunderstorms because they are loud', 'likes', '', 'thunderstorms'],
    ['i have two dogs', 'has', '', 'two dogs'],
    ['please remember that the key is under the pot', 'remember', '', 'the key is under the pot'],
  ] as const)('%s', (text, kind, key, value) => {
    const told = tellings(text).find((fact) => fact.kind === kind)
    expect(told?.value).toBe(value)
    expect(told?.word ?? '').toBe(key)
  })
  it.each([
    'what is my name?',
    'who am i',
    'i love you',
    'i am sorry',
    'call me when you are back',
    'i have a question',
    'i have a headache',
    'i hate this',
    'do you like cats?',
    'i have 3 viewers',
    'is my cat called Pixel?',
    'my name is not important',
    'i love it',
  ])('nothing in: %s', (text) => {
    expect(tellings(text)).toEqual([])
  })
  it('a later fact replaces an earlier one of its kind and no other', () => {
    const facts = factsOf([
      recordOf('my name is Ada', 'x'),
      recordOf('my cat is called Pixel', 'x'),
      recordOf('my dog is called Bit', 'x'),
      recordOf('actually my name is Grace', 'x', { id: 'new' }),
    ])
    expect(facts.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual(['called Bit', 'called Pixel', 'name Grace'])
    expect(facts.find(({ kind }) => kind === 'name')?.turnId).toBe('new')
  })
  it('an answer to her question tells as well', () => {
    expect(factsOf([recordOf('hi', 'What are you playing today?'), recordOf('Celeste', 'x')])).toMatchObject([
      { kind: 'playing', value: 'Celeste' },
    ])
    expect(factsOf([recordOf('hi', 'What are you playing today?'), recordOf('nothing', 'x')])).toEqual([])
  })
})

describe('what may be said aloud', () => {
  it.each([
    'Ada',
    'a grape and a raccoon',
    'Van Dykes',
    'spicy ramen',
    'Scunthorpe United'.slice(0, 1),
    'draping',
    'Ashkenazi bread',
  ])('%s', (text) => {
    expect(speakable(text)).toBe(true)
  })
  it.each([
    'h1tler',
    'n i g g e r',
    'f.a.g.g.o.t',
    'https://evil.example/x',
    'k y s'.replaceAll(' ', ''),
    'rapist',
    '!!!',
    'x'.repeat(81),
    'ʀetard'.normalize('NFKD').replace('ʀ', 'r'),
    'FUUUUUCK',
    '$hit',
  ])('not %s', (text) => {
    expect(speakable(text)).toBe(false)
  })
})

describe('turning words round', () => {
  it.each([
    ['i lost my keys', 'you lost your keys'],
    ['you are my friend', 'I am your friend'],
    ['i am sure you were there', 'you are sure I was there'],
    ['my dog likes me', 'your dog likes you'],
    ['i told you about us', 'you told me about you'],
  ])('%s → %s', (said, turned) => {
    expect(mirrored(said)).toBe(turned)
  })
})
