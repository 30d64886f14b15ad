// Names as people and programs write them in, the same without case, width, spaces and signs out, for comparing.

/** 'ParamAngleX', 'PARAM_ANGLE_X' and 'angle x' are one. */
export const plainId = (id: string): string => plain(id).replace(/^(parameter|param|prm)(?=.)/, '')

export const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Words in Latin letters: 'EyeOpen_L2' has eye, open, l. */
export const latinWords = (name: string): readonly string[] =>
  name
    .normalize('NFKC')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g) ?? []

/** Shorter words are not looked for at the beginning of others: 'sweat' is not in 'sweater'. */
const SHORTEST_BEGINNING = 6

export class Name {
  readonly #plain: string
  readonly #words: readonly string[]

  constructor(name: string) {
    this.#plain = plain(name)
    this.#words = latinWords(name)
  }

  /** Words in Latin letters stand alone, begin a longer one, or are put together of some ('eye ball'); others may be anywhere. */
  says(word: string): boolean {
    if (!/^[a-z]+$/.test(word)) return this.#plain.includes(word)
    return this.#words.some((said, i) => {
      if (said === word) return true
      if (!word.startsWith(said)) return word.length >= SHORTEST_BEGINNING && said.startsWith(word)
      let together = said
      for (let next = i + 1; together.length < word.length && next < this.#words.length; next++) together += this.#words[next]
      return together === word
    })
  }

  saysOne(words: readonly string[]): boolean {
    return words.some((word) => this.says(word))
  }

  /** How many letters say something else than these words. */
  lettersBeside(words: readonly string[]): number {
    const longestFirst = [...words].sort((a, b) => b.length - a.length)
    return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), this.#plain.replace(/^param(?=.)/, '')).length
  }
}
