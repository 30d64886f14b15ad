// The names of a stranger's files come in; out go names that any disk and any address can hold, each once, whatever the letter case.
import { createHash } from 'node:crypto'

/** Levels that the site serves below a model's folder, the file included. */
const DEEPEST_PATH = 6
/** Of one name, in UTF-16 units: in UTF-8 three times as much still fits the 255 bytes of a file system. */
const LONGEST_NAME = 80
/** ModelPath allows 400 for the whole. */
const LONGEST_PATH = 380
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i
const FORBIDDEN = /[^\p{L}\p{N}_.@()+&, -]/gu

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)
/** Two names that some file system holds for one. */
export const foldedName = (name: string): string => name.normalize('NFC').toLowerCase()

function safeName(name: string, isFile: boolean): string {
  let safe = name
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/^[. ]+/, '_')
    .replace(/[. ]+$/, '_')
  // Served by its ending, which is lower-case.
  if (isFile) safe = safe.replace(/\.[a-z0-9]{1,5}$/i, (ending) => ending.toLowerCase())
  if (RESERVED.test(safe)) safe = `_${safe}`
  if (safe.length <= LONGEST_NAME) return safe || '_'
  const ending = isFile
    ? (/(?:\.(?:model3|exp3|motion3|physics3|pose3|cdi3|userdata3|vtube|rig))?\.[a-z0-9]{1,5}$/.exec(safe)?.[0] ?? '')
    : ''
  return `${[...safe].slice(0, 40).join('').trimEnd()}-${shortHash(name)}${ending}`
}

/** Too deep: the upper folders become one. */
function shallow(names: readonly string[]): readonly string[] {
  const surplus = names.length - DEEPEST_PATH
  if (surplus <= 0) return names
  return [safeName(names.slice(0, surplus + 1).join('_'), false), ...names.slice(surplus + 1)]
}

export function safePath(path: string): string {
  const names = path.split('/')
  const safe = shallow(names.map((name, i) => safeName(name, i === names.length - 1))).join('/')
  if (safe.length <= LONGEST_PATH) return safe
  return safeName(`${shortHash(path)}-${names.at(-1) ?? ''}`, true)
}

/** 'a/b/c.png' → 'a', 'a/b' */
const foldersOf = (path: string): string[] => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))

/** Path → safe path, for all files of one folder. */
export function safePaths(paths: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const folders = new Set<string>()
  const tried = new Map<string, number>()
  const isFree = (folded: string) =>
    !taken.has(folded) && !folders.has(folded) && !foldersOf(folded).some((folder) => taken.has(folder))
  const free = (path: string, original: string): string => {
    // In a folder that has the name of a file nothing fits.
    const start = foldersOf(foldedName(path)).some((folder) => taken.has(folder))
      ? safeName(`${shortHash(original)}-${path}`, true)
      : path
    const folded = foldedName(start)
    // Where the search for the ones before ended: thousands of names may become one.
    for (let number = tried.get(folded) ?? 1; ; number++) {
      tried.set(folded, number + 1)
      const candidate = number === 1 ? start : start.replace(/(\.[^./]*)?$/, (ending) => `-${number}${ending}`)
      if (isFree(foldedName(candidate))) return candidate
    }
  }
  const wanted = paths.map((path) => [path, safePath(path)] as const)
  // Names that may stay as they are come first, so that no renamed one takes their place.
  const ordered = [...wanted.filter(([path, safe]) => path === safe), ...wanted.filter(([path, safe]) => path !== safe)]
  return new Map(
    ordered.map(([path, wish]) => {
      const safe = free(wish, path)
      taken.add(foldedName(safe))
      for (const folder of foldersOf(foldedName(safe))) folders.add(folder)
      return [path, safe]
    }),
  )
}

/** The top folder that all share is only wrapping. */
export function unwrapped(paths: readonly string[]): ReadonlyMap<string, string> {
  let common: readonly string[] = paths[0]?.split('/').slice(0, -1) ?? []
  for (const path of paths) {
    const names = path.split('/').slice(0, -1)
    const differs = common.findIndex((name, i) => names[i] !== name)
    if (differs >= 0) common = common.slice(0, differs)
  }
  const length = common.reduce((sum, name) => sum + name.length + 1, 0)
  return new Map(paths.map((path) => [path, path.slice(length)]))
}
