// The list of paired phones: on the disk without tokens, whole or not at all, readable by the user alone.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { openPhones } from './phones'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'psiona-phones-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const file = () => join(dataDir, 'lan/phones.json')
const clock = fakeClock()
const open = () =>
  openPhones({
    dataDir,
    clock,
    onTrouble: (cause) => {
      throw cause
    },
  })

test('[R91] a token has 256 bits and lies nowhere; its digest does, in a file of the user alone', async () => {
  const phones = await open()
  const { id, token } = await phones.add('My phone')
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const text = await readFile(file(), 'utf8')
  expect(text).not.toContain(token)
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  expect(await readdir(join(dataDir, 'lan'))).toEqual(['phones.json'])
  const again = await open()
  expect(again.recognise(token)).toBe(id)
  expect(again.list()).toEqual([{ id, name: 'My phone', pairedAt: clock.wallMs(), lastSeenAt: clock.wallMs() }])
  for (const wrong of ['', 'x', token.slice(1), `${token}A`]) expect(again.recognise(wrong)).toBeNull()
})

test('[R93] a removed phone counts no more, from the moment of the call', async () => {
  const phones = await open()
  const [one, other] = [await phones.add('One'), await phones.add('Other')]
  const removed = phones.remove(one.id)
  expect(phones.recognise(one.token)).toBeNull()
  await removed
  expect((await open()).list().map(({ name }) => name)).toEqual(['Other'])
  expect(phones.recognise(other.token)).toBe(other.id)
  await expect(phones.remove(one.id)).rejects.toMatchObject({ code: 'no-phone', category: 'missing' })
})

test('when it was last seen is known at once, and on the disk within minutes or at the end', async () => {
  const phones = await open()
  const { token } = await phones.add('My phone')
  const pairedAt = clock.wallMs()
  await clock.advance(5000)
  phones.recognise(token)
  expect(phones.list()[0]).toMatchObject({ pairedAt, lastSeenAt: pairedAt + 5000 })
  const seenOnDisk = async () => (await open()).list()[0]?.lastSeenAt
  expect(await seenOnDisk()).toBe(pairedAt)
  await phones.close()
  expect(await seenOnDisk()).toBe(pairedAt + 5000)
})

test('pairings at the same moment are all kept', async () => {
  const phones = await open()
  await Promise.all(['a', 'b', 'c', 'd'].map((name) => phones.add(name)))
  expect((await open()).list().map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
})

test('a damaged file is put aside, and says so until a phone is paired', async () => {
  await (await open()).add('My phone')
  await writeFile(file(), '{"version":1,"phones":[{"id":')
  const phones = await open()
  expect(phones.list()).toEqual([])
  expect(phones.note).toMatch(/could not be read.*Pair your phones again\.$/)
  expect((await readdir(join(dataDir, 'lan'))).some((name) => name.startsWith('phones.json.broken-'))).toBe(true)
  await phones.add('My phone')
  expect(phones.note).toBeNull()
})

test('a pairing that cannot be kept is none', async () => {
  const phones = await open()
  await writeFile(join(dataDir, 'lan'), 'in the way')
  await expect(phones.add('My phone')).rejects.toMatchObject({ code: 'data-not-writable' })
  expect(phones.list()).toEqual([])
})
