// What a scene means. In: its name, and what the owner says about names. Out: before the show, the show, a break, the end; and whether that is a guess.
import type { Moment, ObsSettings } from '@psiona/shared'
import names from './obs-moment-names.json'

const FOUND = ['starting', 'break', 'ending'] as const
/** Scripts without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const unspaced = (text: string): string => text.replaceAll(' ', '')

const fillers = new Set(names.filler.map(plain))
/** What is left of a plain name without numbers and what every scene may be called. */
const bare = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !fillers.has(word) && !/^\p{N}+$/u.test(word))
    .join(' ')

const clear = FOUND.map((moment) => ({
  moment,
  whole: new Set(names.whole[moment].map((name) => bare(plain(name)))),
  within: names.within[moment].map(plain),
}))

const standsIn = (name: string, phrase: string): boolean =>
  UNSPACED.test(phrase) ? unspaced(name).includes(unspaced(phrase)) : ` ${name} `.includes(` ${phrase} `)

/** Only a name that clearly says so is before, beside or after the show; whatever else is the show, so that no name silences her by surprise.
 *  One that says two things is not clear. Null: no scene. */
export function momentOf(sceneName: string, named: ObsSettings['moments']): { moment: Moment | null; guessed: boolean } {
  if (sceneName === '') return { moment: null, guessed: false }
  const told = Object.hasOwn(named, sceneName) ? named[sceneName] : undefined
  if (told) return { moment: told, guessed: false }
  const name = plain(sceneName)
  const left = bare(name)
  const said = clear.filter(({ whole, within }) => whole.has(left) || within.some((phrase) => standsIn(name, phrase)))
  return { moment: said.length === 1 ? said[0]!.moment : 'live', guessed: true }
}
