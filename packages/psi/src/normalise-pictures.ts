// Emoji and the emotes of Twitch → words, a laugh, or nothing. What stands in the place of a word is said ("I want 🍕"); what goes along is felt
// ("pizza tonight 🍕"); never both. Faces, hearts and hands are felt wherever they stand.
import { emojiName, HEART, isReaction } from './emoji'
import table from './emotes.json'
import { sayName } from './normalise-links'
import { pluralOf } from './numbers'
import { type Around, fromTable, type Rule } from './rule'
import type { Piece } from './text-pieces'

const said: ReadonlyMap<string, string> = new Map(Object.entries(table.said))
const laughed: ReadonlyMap<string, string> = new Map(Object.entries(table.laughed))
const silent: ReadonlySet<string> = new Set(table.silent)
/** Families of faces that grow by the day. */
const face = /^(?:wide)?(?:peepo|pepe|monka|poki|blob)[A-Z]\w*$/

/** After these a word must come. */
const opensPlace: ReadonlySet<string> = new Set(
  (
    'a an the my your his her its our their this that these those some any no every each another more extra best first ' +
    'with of for in on at to from by like without about into than as ' +
    'i want wants wanted need needs needed love loves hate hates like likes eat eats eating ate drink drinking have has had got get gets getting ' +
    'buy bought see saw give gave send sent make makes made order ordered bring is are was were be am'
  ).split(' '),
)
const follows = /^(?:is|are|was|were|has|can|will|and|or)$/

const isPicture = (piece: Piece | undefined): boolean =>
  piece !== undefined && /^[^\p{L}\p{N}]/u.test(piece.core) && emojiName(piece.core) !== null
const isWord = (piece: Piece | undefined): piece is Piece => piece !== undefined && !isPicture(piece)

/** Whether a word is wanting where the picture stands. */
function isAskedFor({ previous, next, piece }: Around): boolean {
  if (!previous) return isWord(next) ? !piece.after && follows.test(next.core.toLowerCase()) : !isReaction(piece.core)
  if (previous.after) return false
  const before = previous.core.toLowerCase()
  return (
    before.startsWith(HEART) || opensPlace.has(before) || /^\d+$/.test(before) || (/^(?:and|or|&)$/.test(before) && !isWord(next))
  )
}

function sayEmoji(core: string, around: Around): string[] | null {
  const { previous, next, piece } = around
  if (core.startsWith(HEART))
    return !piece.after && next && /^(?:i|we|you|they|chat|all)$/i.test(previous?.core ?? '') && !previous?.after ? ['love'] : []
  const name = emojiName(core)
  if (name === null) return null
  if (!isAskedFor(around)) return []
  const words = name.split(/[ -]/).map((word) => (word === 't' ? 't.' : word === 'tv' ? 'tv' : word))
  return previous && /^\d+$/.test(previous.core) && previous.core !== '1' ? pluralOf(words) : words
}

function sayEmote(core: string, around: Around): readonly string[] | null {
  const words = said.get(core)
  if (words) return fromTable(words)
  const laugh = laughed.get(core)
  if (laugh) return [laugh]
  if (!silent.has(core) && !face.test(core)) return null
  return around.previous && isAskedFor(around) ? sayName(core, around) : []
}

export const pictureRules: readonly Rule[] = [
  { example: ['I want 2 🍕 and I ❤️ you 🍕', 'i want two pizzas and i love you'], says: sayEmoji },
  { example: ['PogChamp Kappa KEKW', 'pog champ kekw'], says: sayEmote },
]
