// In: an id and those that are taken. Out: the next one: tori-2, tori-3; ids are at most 48 letters long.
const LONGEST = 48

export function freeId(id: string, taken: readonly string[]): string {
  const stem = id.replace(/-\d+$/, '')
  for (let number = 2; ; number++) {
    const tail = `-${number}`
    const next = `${stem.slice(0, LONGEST - tail.length).replace(/-+$/, '')}${tail}`
    if (!taken.includes(next)) return next
  }
}
