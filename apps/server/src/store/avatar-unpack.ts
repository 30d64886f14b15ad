// A checked zip and an empty folder come in; what belongs to a model is unpacked under safe names, the rest is told. Nobody else sees the folder yet.
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Finding } from '@psiona/shared'
import { belonging } from './avatar-contents'
import { avatarFinding } from './avatar-finding'
import { safePaths, unwrapped } from './avatar-safe-names'
import { type AvatarTree, readAvatarTree } from './avatar-tree'
import type { AvatarZip } from './avatar-zip'

/** @throws Problem of the archive, or the file system's error */
export async function unpackAvatar(zip: AvatarZip, folder: string, gone: AbortSignal): Promise<AvatarTree> {
  const parts = zip.files.filter(({ path }) => belonging(path) === 'part')
  const inner = unwrapped(parts.map(({ path }) => path))
  const safe = safePaths([...inner.values()])
  const originals = new Map<string, string>()
  const folders = new Set<string>()
  for (const part of parts) {
    const original = inner.get(part.path) ?? part.path
    const path = safe.get(original) ?? original
    originals.set(path, original)
    if (!folders.has(dirname(path))) await mkdir(join(folder, dirname(path)), { recursive: true, mode: 0o700 })
    folders.add(dirname(path))
    const file = await open(join(folder, path), 'wx', 0o600)
    try {
      await part.unpack((chunk) => file.writeFile(chunk), gone)
    } finally {
      await file.close()
    }
  }
  return readAvatarTree(folder, originals)
}

export function notesOnContents(zip: AvatarZip): Finding[] {
  const named = (what: ReturnType<typeof belonging>) =>
    zip.files.map(({ path }) => path).filter((path) => belonging(path) === what)
  const notes = named('archive').map((file) => avatarFinding('nested-archive-left', { file }))
  const [strangers, hidden] = [named('stranger'), named('hidden')]
  if (strangers.length > 0) notes.push(avatarFinding('file-left-out', { names: strangers }))
  if (hidden.length > 0) notes.push(avatarFinding('hidden-left-out', { names: hidden }))
  const odd = zip.files.find(({ path }) => /[^\x20-\x7e]/.test(path))
  if (zip.encoding !== 'UTF-8' && odd) notes.push(avatarFinding('names-decoded', { file: odd.path, other: zip.encoding }))
  return notes
}
