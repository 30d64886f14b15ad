// In: text. Out: how wide it is, in characters; used until the page has measured its own letters, and to share time out.

const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** Wide scripts count double. */
export const textWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}
