// In: a list in the order of time, and items that are new or newer. Out: the list with each in its place, the oldest left out beyond a number.
export function withItems<T extends { readonly at: number }>(
  list: readonly T[],
  items: readonly T[],
  idOf: (item: T) => string,
  most: number,
): readonly T[] {
  // Of the same id the last one holds.
  const news = new Map(items.map((item) => [idOf(item), item]))
  const kept = list.map((old) => {
    const renewed = news.get(idOf(old))
    if (renewed) news.delete(idOf(old))
    return renewed ?? old
  })
  // The sort is stable: of two at the same time the one that was here stands first.
  const all = news.size === 0 ? kept : [...kept, ...news.values()].sort((a, b) => a.at - b.at)
  return all.slice(-most)
}
