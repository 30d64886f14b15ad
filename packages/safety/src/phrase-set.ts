// Phrases flow in once, words of a text then; whether one of the phrases begins at a word flows out, without trying all.
import { type Phrase, phraseEnd } from './phrase'
import type { SaidWord } from './said-words'

export class PhraseSet {
  private readonly byWord = new Map<string, Phrase[]>()
  private readonly byStem: (readonly [string, Phrase])[] = []

  constructor(phrases: readonly Phrase[]) {
    for (const phrase of phrases) {
      for (const first of new Set(phrase.firsts)) {
        if (first.endsWith('*')) this.byStem.push([first.slice(0, -1), phrase])
        else this.byWord.set(first, [...(this.byWord.get(first) ?? []), phrase])
      }
    }
  }

  get empty(): boolean {
    return this.byWord.size === 0 && this.byStem.length === 0
  }

  standsAt(words: readonly SaidWord[], at: number): boolean {
    return words[at]!.forms.some(
      (form) =>
        this.byWord.get(form)?.some((phrase) => phraseEnd(phrase, words, at) >= 0) ||
        this.byStem.some(([stem, phrase]) => form.startsWith(stem) && phraseEnd(phrase, words, at) >= 0),
    )
  }
}
