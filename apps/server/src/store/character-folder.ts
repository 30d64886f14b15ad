// One folder with character files. In: its path. Out: the text of every file that may be read, by id; never a symbolic link, never a name that is no slug.
import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Problem, Slug } from '@psiona/shared'
import { MOST_CHARACTERS } from './character-yaml'

const ENDING = '.yaml'
/** In UTF-8 a character takes up to 4 bytes. */
const MOST_BYTES = MOST_CHARACTERS * 4

export type FoundFile = { readonly id: string; readonly text: string } | { readonly id: string; readonly problem: Problem }

/** The file of an id, inside the folder whatever the id holds. @throws Problem 'bad-character-name' */
export function characterPath(folder: string, id: string): string {
  if (!Slug.safeParse(id).success)
    throw new Problem(
      'bad-character-name',
      'input',
      'A character is named by lower-case letters, digits and inner hyphens, at most 48, such as night-owl. Choose such a name.',
    )
  return join(folder, id + ENDING)
}

const refusal = (id: string, name: string, sentence: string): FoundFile => ({
  id,
  problem: new Problem('character-refused', 'refused', sentence, { where: { file: `characters/${name}`, line: 1, column: 1 } }),
})

async function read(folder: string, name: string): Promise<FoundFile | null> {
  const id = basename(name, ENDING)
  if (!Slug.safeParse(id).success)
    return refusal(
      id,
      name,
      'The name of this file is no name for a character. Rename it to lower-case letters, digits and inner hyphens.',
    )
  const path = join(folder, name)
  try {
    const about = await lstat(path)
    if (!about.isFile()) return refusal(id, name, 'This is a link or a folder, not a file. Put the file itself here.')
    if (about.size > MOST_BYTES) return refusal(id, name, `This file is larger than ${MOST_CHARACTERS} characters. Shorten it.`)
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      return { id, text: await file.readFile('utf8') }
    } finally {
      await file.close()
    }
  } catch (cause) {
    // An editor that saves by renaming leaves a moment without the file.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    return {
      id,
      problem: new Problem('character-unreadable', 'broken', 'This file cannot be read. Give your user the right to read it.', {
        where: { file: `characters/${name}`, line: 1, column: 1 },
        cause,
      }),
    }
  }
}

export async function readCharacterFolder(folder: string): Promise<FoundFile[]> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw new Problem(
      'characters-unreadable',
      'broken',
      'The folder characters cannot be read. Give your user the right to read it.',
      { cause },
    )
  }
  // Hidden files are those that editors and our own writing leave for a moment.
  const wanted = names.filter((name) => name.endsWith(ENDING) && !name.startsWith('.')).sort()
  const found = await Promise.all(wanted.map((name) => read(folder, name)))
  return found.filter((file) => file !== null)
}
