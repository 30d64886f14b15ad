// A place in the tree of words: which letters go on from it, and which words end there. Most have one letter, so a map is made for the few that have more.
import type { WordEntry } from './word-entry'

const NONE: readonly WordEntry[] = []

export class Branch {
  private letter = ''
  private child: Branch | null = null
  private more: Map<string, Branch> | null = null
  private words: WordEntry[] | null = null

  get ends(): readonly WordEntry[] {
    return this.words ?? NONE
  }

  get(letter: string): Branch | undefined {
    if (this.more) return this.more.get(letter)
    return this.letter === letter && this.child ? this.child : undefined
  }

  /** Every letter that goes on from here, and where to. */
  get next(): Iterable<readonly [string, Branch]> {
    return this.more ?? (this.child ? [[this.letter, this.child]] : [])
  }

  /** Where that letter goes; a new place when it went nowhere. */
  grow(letter: string): Branch {
    const there = this.get(letter)
    if (there) return there
    const made = new Branch()
    if (!this.child && !this.more) {
      this.letter = letter
      this.child = made
      return made
    }
    if (!this.more) {
      this.more = new Map(this.child ? [[this.letter, this.child]] : [])
      this.child = null
    }
    this.more.set(letter, made)
    return made
  }

  end(entry: WordEntry): void {
    this.words ??= []
    this.words.push(entry)
  }
}
