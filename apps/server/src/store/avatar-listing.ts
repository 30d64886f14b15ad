// The folders of models come in; out goes one record per model, read again only where something has changed.
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Finding, type ModelSheet, Slug } from '@psiona/shared'
import type { Clock } from '../clock'
import { diagnose, noFacts } from './avatar-doctor'
import { avatarFinding } from './avatar-finding'
import { type AvatarRecord, currentFingerprint, emptySheet, readAvatarFolder } from './avatar-folder'
import { modelSlug } from './avatar-title'
import { readAvatarTree } from './avatar-tree'

/** Sheets that their owner wrote for built-in models, which stay as they came. */
export const OWN_SHEETS = '.sheets'

export interface ListingOptions {
  readonly builtInDir: string
  readonly ownDir: string
  readonly clock: Clock
}

async function foldersIn(dir: string): Promise<string[]> {
  if (!existsSync(dir)) return []
  const entries = await readdir(dir, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
}

/** Shown all the same, so that its owner learns what to do. */
function unread(path: string, id: string, finding: Finding, builtIn = false): AvatarRecord {
  const report = { id, title: basename(path).slice(0, 80), usable: false, findings: [finding], facts: noFacts() }
  return { id, path, builtIn, fingerprint: '', sheet: null, report }
}

/** '' matches nothing: it is read again, and then says why it cannot be. */
const fingerprintNow = (path: string): Promise<string> => currentFingerprint(path).catch(() => '')

export class AvatarListing {
  readonly #options: ListingOptions
  #records = new Map<string, AvatarRecord>()
  readonly #shipped = new Map<string, AvatarRecord>()
  constructor(options: ListingOptions) {
    this.#options = options
  }

  get(id: string): AvatarRecord | null {
    return this.#records.get(id) ?? null
  }
  /** Of a name that ships with Psiona too, the owner's is shown; one that cannot be worn leaves her in the one that ships. */
  sheetOf(id: string): ModelSheet | null {
    return this.#records.get(id)?.sheet ?? this.shippedSheet(id)
  }
  shippedSheet(id: string): ModelSheet | null {
    return this.#shipped.get(id)?.sheet ?? null
  }
  /** One that ships would be there without it. */
  hides(id: string): boolean {
    return this.#records.get(id)?.builtIn === false && this.#shipped.has(id)
  }
  get all(): readonly AvatarRecord[] {
    return [...this.#records.values()]
  }

  /** Looks at every folder; what has not changed is not read again. Of one name, the owner's hides the built-in one, as the site does. */
  async refresh(): Promise<void> {
    const { builtInDir, ownDir } = this.#options
    const next = new Map<string, AvatarRecord>()
    const own = await foldersIn(ownDir)
    for (const name of await foldersIn(builtInDir)) {
      if (!Slug.safeParse(name).success) continue
      const record = this.#shipped.get(name) ?? (await this.#read(name, join(builtInDir, name), true))
      this.#shipped.set(name, record)
      if (!own.includes(name)) next.set(name, record)
    }
    for (const name of own.filter((one) => Slug.safeParse(one).success)) {
      const path = join(ownDir, name)
      const known = this.#records.get(name)
      const isKnown = known && !known.builtIn && known.fingerprint !== '' && known.fingerprint === (await fingerprintNow(path))
      next.set(name, isKnown ? known : await this.#read(name, path, false))
    }
    for (const name of own.filter((one) => !Slug.safeParse(one).success)) {
      const id = modelSlug(name, (slug) => next.has(slug))
      next.set(id, unread(join(ownDir, name), id, avatarFinding('folder-name', { name, other: id })))
    }
    this.#records = next
  }
  /** Reads one again, whatever is known of it. */
  async reread({ id, path, builtIn }: AvatarRecord): Promise<AvatarRecord> {
    const record = await this.#read(id, path, builtIn)
    this.#records.set(id, record)
    if (builtIn) this.#shipped.set(id, record)
    return record
  }
  /** What the doctor would write for it today. */
  async suggestion({ path, report }: AvatarRecord) {
    const { suggested } = await diagnose(await readAvatarTree(path), report.title)
    return suggested ?? emptySheet(report.title)
  }
  async #read(id: string, path: string, builtIn: boolean): Promise<AvatarRecord> {
    const { ownDir, clock } = this.#options
    const ownSheet = builtIn ? { folder: join(ownDir, OWN_SHEETS), file: `${id}.json` } : undefined
    try {
      return await readAvatarFolder({ id, path, builtIn, wallMs: clock.wallMs(), ...(ownSheet ? { ownSheet } : {}) })
    } catch (error) {
      // One folder that cannot be read is no reason to show none.
      const other = error instanceof Error ? String(Reflect.get(error, 'code') ?? error.name) : 'unknown'
      return unread(path, id, avatarFinding('folder-unreadable', { name: basename(path), other }), builtIn)
    }
  }
}
