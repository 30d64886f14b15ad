// The models on this disk. In: the catalogue, and wishes to pull, check and remove. Out: what is there, and everything that changes; one pull at a time, the others wait in line.
import { type ModelInfo, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Log } from '../log'
import { type Resolve, resolveHost } from './model-address'
import { type CatalogueModel, readCatalogue } from './model-catalogue'
import { createNews } from './model-news'
import { type ModelShelf, openModelShelf } from './model-shelf'
import { freeBytes } from './model-space'

export interface ModelFilesOptions {
  readonly catalogueFile: string
  /** Made at the first pull. */
  readonly dir: string
  readonly clock: Clock
  readonly log?: Pick<Log, 'warn'> | undefined
  /** At most four times a second. */
  readonly onChange: (models: readonly ModelInfo[]) => void
  /** For tests: who answers to a name. */
  readonly resolve?: Resolve
}

/** A model as who loads it needs to know it. */
export interface InstalledModel extends Pick<CatalogueModel, 'id' | 'title' | 'job' | 'engine' | 'languages' | 'speakers'> {
  /** Absolute, by the role each file plays. */
  readonly files: Readonly<Record<string, string>>
}

export interface ModelFiles {
  /** Best suggestion first. */
  list(): ModelInfo[]
  /** Null where the system does not say. */
  freeBytes(): Promise<number | null>
  /** Begins in the background, or waits in line; nothing happens when it is here already. @throws Problem 'no-such-model' */
  pull(id: string): ModelInfo
  /** How the pull that is under way went; at once when there is none. @throws Problem 'no-such-model' */
  pulled(id: string): Promise<ModelInfo>
  /** What has come stays. @throws Problem 'no-such-model' */
  pause(id: string): Promise<ModelInfo>
  /** @throws Problem */
  verify(id: string): Promise<ModelInfo>
  /** Ends a pull first. @throws Problem */
  remove(id: string): Promise<ModelInfo>
  /** Complete ones, best suggestion first. Reads no disk. */
  installed(): InstalledModel[]
  /** Installed or not. @throws Problem 'no-such-model' */
  entryOf(id: string): InstalledModel
  /** @throws Problem 'no-such-model' */
  folderOf(id: string): string
  /** Ends every pull; what has come stays. */
  close(): Promise<void>
}

interface Pull {
  readonly ending: AbortController
  readonly over: Promise<void>
}

const entryOf = ({ model: { id, title, job, engine, languages, speakers }, files }: ModelShelf): InstalledModel => ({
  id,
  title,
  job,
  engine,
  languages,
  speakers,
  files: files(),
})

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))

/** @throws Problem 'bad-model-catalogue' */
export function openModelFiles({
  catalogueFile,
  dir,
  clock,
  log,
  onChange,
  resolve = resolveHost,
}: ModelFilesOptions): ModelFiles {
  const infos = () => shelves.map((shelf) => shelf.info())
  const news = createNews(clock, () => onChange(infos()))
  const shelves = readCatalogue(catalogueFile).map((model) =>
    openModelShelf({ model, modelsDir: dir, clock, resolve, log, onChange: news.changed }),
  )
  const pulls = new Map<string, Pull>()
  let line: Promise<void> = Promise.resolve()

  const shelfOf = (id: string): ModelShelf => {
    const shelf = shelves.find(({ model }) => model.id === id)
    if (shelf) return shelf
    throw new Problem('no-such-model', 'missing', 'There is no model of that name. psiona models list shows them all.')
  }
  const begin = (shelf: ModelShelf): Pull => {
    const ending = new AbortController()
    const turn = line
    const run = async () => {
      // Whoever is called off while it waits does not hold anybody up.
      await Promise.race([turn, aborted(ending.signal)])
      await shelf.fetch(ending.signal)
      pulls.delete(shelf.model.id)
      shelf.setPulling(false)
    }
    shelf.setPulling(true)
    const over = run()
    line = Promise.all([turn, over]).then(() => {})
    return { ending, over }
  }
  const end = async (id: string) => {
    const pull = pulls.get(id)
    pull?.ending.abort()
    await pull?.over
  }
  return {
    list() {
      for (const shelf of shelves) shelf.look()
      return infos()
    },
    freeBytes: () => freeBytes(dir),
    pull(id) {
      const shelf = shelfOf(id)
      shelf.look()
      if (!pulls.has(id) && shelf.info().state !== 'installed') pulls.set(id, begin(shelf))
      return shelf.info()
    },
    async pulled(id) {
      const shelf = shelfOf(id)
      await pulls.get(id)?.over
      return shelf.info()
    },
    async pause(id) {
      const shelf = shelfOf(id)
      await end(id)
      return shelf.info()
    },
    async verify(id) {
      const shelf = shelfOf(id)
      await shelf.verify()
      return shelf.info()
    },
    async remove(id) {
      const shelf = shelfOf(id)
      await end(id)
      await shelf.remove()
      return shelf.info()
    },
    installed: () => shelves.filter((shelf) => shelf.info().state === 'installed').map(entryOf),
    entryOf: (id) => entryOf(shelfOf(id)),
    folderOf: (id) => shelfOf(id).path,
    async close() {
      news.close()
      for (const { ending } of pulls.values()) ending.abort()
      await line
    },
  }
}
