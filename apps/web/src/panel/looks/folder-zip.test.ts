import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { folderBytes, zipFolder } from './folder-zip'
import { chosenFiles, type PickedFile, pickedFrom } from './picked-folder'

const file = (path: string, content: string | Uint8Array<ArrayBuffer> = path): PickedFile => ({
  path,
  file: new File([content], path.split('/').at(-1)!),
})
const unzipped = async (zip: Blob) => unzipSync(new Uint8Array(await zip.arrayBuffer()))
const calm = new AbortController().signal

test('a zipped folder keeps its paths, also those with spaces and of other scripts', async () => {
  const files = [file('aki.model3.json'), file('textures 4096/テクスチャ_00.png'), file('动作/idle.motion3.json')]
  const told: number[] = []
  const zip = await zipFolder({ files, signal: calm, onRead: (bytes) => told.push(bytes) })
  const inside = await unzipped(zip)
  expect(Object.keys(inside).toSorted()).toEqual(files.map(({ path }) => path).toSorted())
  for (const { path } of files) expect(new TextDecoder().decode(inside[path])).toBe(path)
  expect(told.at(-1)).toBe(folderBytes(files))
})

test('large files come out as they went in', async () => {
  const content = Uint8Array.from({ length: 9_000_000 }, (_, index) => index % 251)
  const inside = await unzipped(await zipFolder({ files: [file('big.moc3', content)], signal: calm, onRead: () => undefined }))
  expect(inside['big.moc3']!.length).toBe(content.length)
  expect(inside['big.moc3']!.every((byte, index) => byte === index % 251)).toBe(true)
})

test('an empty file is a file', async () => {
  const inside = await unzipped(await zipFolder({ files: [file('empty.txt', '')], signal: calm, onRead: () => undefined }))
  expect(inside['empty.txt']).toHaveLength(0)
})

test('it can be cancelled on the way', async () => {
  const cancel = new AbortController()
  const zipping = zipFolder({ files: [file('a'), file('b')], signal: cancel.signal, onRead: () => cancel.abort() })
  await expect(zipping).rejects.toThrow()
})

test('one folder gives the name, and is no part of the paths', () => {
  expect(pickedFrom([file('Aki/aki.model3.json'), file('Aki/tex/0.png')])).toMatchObject({
    kind: 'folder',
    name: 'Aki',
    files: [{ path: 'aki.model3.json' }, { path: 'tex/0.png' }],
  })
})

test('files side by side stay where they are', () => {
  expect(pickedFrom([file('aki.model3.json'), file('tex/0.png')])).toMatchObject({
    name: '',
    files: [{ path: 'aki.model3.json' }, { path: 'tex/0.png' }],
  })
})

test('a zip is sent as it is, beside what the system left', () => {
  expect(pickedFrom([file('Aki.ZIP'), file('.DS_Store')])).toMatchObject({ kind: 'zip', name: 'Aki' })
})

test('leftovers are no part of a model, and a folder of them is none', () => {
  expect(pickedFrom([file('Aki/.git/config'), file('Aki/__MACOSX/x'), file('Aki/Thumbs.db')])).toBeNull()
  expect(pickedFrom([file('Aki/a.moc3'), file('Aki/.DS_Store')])).toMatchObject({ files: [{ path: 'a.moc3' }] })
})

test('a chosen file has its name as its path', () => {
  expect(chosenFiles([new File(['x'], 'a.zip')])[0]).toMatchObject({ path: 'a.zip' })
})
