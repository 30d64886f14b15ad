// The names around a model come in; out go a title for people and a slug for addresses.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Slug } from '@psiona/shared'
import { clip } from './avatar-finding'

const LONGEST_TITLE = 80
const LONGEST_SLUG = 40
/** What editors and packers call everything. */
const SAYS_NOTHING = /^(model\d*|untitled|index|main|avatar|runtime|live2d|new[ _-]?model|export|archive|download|upload)$/i

const clean = (name: string): string =>
  clip(
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replaceAll('_', ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST_TITLE,
  )

/** 'Haru.zip', 'runtime/Haru.model3.json' → 'Haru' */
const stem = (path: string): string =>
  basename(path.replaceAll('\\', '/')).replace(/\.(zip|model3\.json|vtube\.json|moc3|rig\.json)$/i, '')

/** Best first; paths or names. */
export function modelTitle(candidates: readonly string[]): string {
  const names = candidates.map((name) => clean(stem(name))).filter((name) => name !== '')
  return names.find((name) => !SAYS_NOTHING.test(name)) ?? names[0] ?? 'Model'
}

export function modelSlug(title: string, isTaken: (slug: string) => boolean): string {
  const letters = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '')
  // What is left of a name in another script would name nothing.
  const base =
    letters.length >= 2 && Slug.safeParse(letters).success
      ? letters
      : `model-${createHash('sha256').update(title).digest('hex').slice(0, 6)}`
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!isTaken(slug)) return slug
  }
}
