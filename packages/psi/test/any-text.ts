// A number flows in, a text that nobody would write flows out: any sign of Unicode, halves of signs, controls, and pieces of what people do write.
/** Mulberry32: the same texts in every run. */
let state = 41
const random = () => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
const below = (limit: number) => Math.floor(random() * limit)
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!

const parts =
  'U.S. |5:30|$3.|#Ab|@x_|```|\n|**|`a`|[x](|http://|w/ |3-2|1/2|sooo|KEKW|🍕|❤️|👩‍👩‍👧|🇯🇵|:)|xD|A+|x=|2^|½|①|µs|٣|é|キャ|한|שלום|π|ﬁ|²|’|…|‽|°|€|™'.split(
    '|',
  )
const sources: readonly (() => string)[] = [
  () => String.fromCodePoint(below(0x110000)),
  () => String.fromCharCode(below(0x10000)),
  () => String.fromCharCode(0xd800 + below(0x800)),
  () => String.fromCharCode(below(0x20)),
  () => String.fromCharCode(32 + below(95)),
  () =>
    oneOf(['\u{200b}', '\u{200d}', '\u{202e}', '\u{2066}', '\u{fe0f}', '\u{301}', '\u{feff}', '\u{ad}', '\u{0}', '\u{e0001}']),
  () => oneOf(parts),
  () => ' ',
]
/** The i-th of a run; every hundredth is long. Each run of a process goes on where the last one was. */
export function anyText(i: number): string {
  const longest = i % 100 === 0 ? 4000 : i % 10 === 0 ? 400 : 40
  const mixed = i % 3 === 0 ? [oneOf(sources)] : sources
  let text = ''
  for (const length = 1 + below(longest); text.length < length; ) text += oneOf(mixed)()
  return text.slice(0, 4000)
}
