// In: what was dropped or chosen. Out: a zip as it is, or the files of a folder with their paths inside it.
export interface PickedFile {
  /** With '/', as inside the folder that was picked. */
  readonly path: string
  readonly file: File
}
export type Picked =
  | { readonly kind: 'zip'; readonly name: string; readonly file: File }
  | { readonly kind: 'folder'; readonly name: string; readonly files: readonly PickedFile[] }

/** What systems and editors leave behind in folders; no model needs it. */
const isLeftover = (path: string): boolean =>
  path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db' || name === 'desktop.ini')

const isZip = (file: File): boolean => /\.zip$/i.test(file.name)

/** Files that came one by one, or out of one folder whose name is then the model's; null = nothing in it. */
export function pickedFrom(files: readonly PickedFile[]): Picked | null {
  const kept = files.filter(({ path }) => !isLeftover(path))
  const [only] = kept
  if (!only) return null
  if (kept.length === 1 && isZip(only.file)) return { kind: 'zip', name: only.file.name.replace(/\.zip$/i, ''), file: only.file }
  const tops = new Set(kept.map(({ path }) => path.split('/')[0]))
  const [top = ''] = tops
  const inside = tops.size === 1 && kept.every(({ path }) => path.includes('/'))
  return {
    kind: 'folder',
    name: inside ? top : '',
    files: inside ? kept.map(({ path, file }) => ({ path: path.slice(top.length + 1), file })) : kept,
  }
}

/** Of an `<input type="file">`, also one that takes folders. */
export const chosenFiles = (files: Iterable<File>): PickedFile[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file }))

const entriesOf = (folder: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => folder.readEntries(resolve, reject))

async function filesUnder(entry: FileSystemEntry): Promise<PickedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: PickedFile[] = []
  // A folder is read in portions; an empty one is the end.
  for (let portion = await entriesOf(reader); portion.length > 0; portion = await entriesOf(reader))
    for (const inner of portion) found.push(...(await filesUnder(inner)))
  return found
}

/** The entries must be taken while the drop is being handled; reading them takes longer. */
export function droppedFiles(data: DataTransfer): Promise<PickedFile[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return Promise.resolve(chosenFiles(data.files))
  return Promise.all(entries.map(filesUnder)).then((found) => found.flat())
}
