// The certificate's life: made, kept, renewed; who may read its key.
import { X509Certificate } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCertificate } from './certificate'

const DAY_MS = 86_400_000
const NOW_MS = Date.UTC(2026, 2, 2, 12)
const NAMES = ['192.168.1.20', 'fd00::2', 'studio.local']

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'psiona-certificate-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const keyFile = () => join(dataDir, 'lan/key.pem')
const certificateFile = () => join(dataDir, 'lan/certificate.pem')
const openAt = (nowMs: number, names: readonly string[] = NAMES) => openCertificate({ dataDir, names, nowMs })
const modeOf = async (path: string) => (await stat(path)).mode & 0o777

test('[R87] it names every name, is a P-256 of its own for servers, and lasts at most 397 days', async () => {
  const { certificate, fingerprint } = await openAt(NOW_MS)
  const parsed = new X509Certificate(certificate)
  expect(parsed.checkIP('192.168.1.20') && parsed.checkIP('fd00::2') && parsed.checkHost('studio.local')).toBeTruthy()
  for (const stranger of ['192.168.1.21', '127.0.0.1']) expect(parsed.checkIP(stranger)).toBeUndefined()
  expect([parsed.publicKey.asymmetricKeyType, parsed.publicKey.asymmetricKeyDetails?.namedCurve]).toEqual(['ec', 'prime256v1'])
  expect([parsed.ca, parsed.keyUsage]).toEqual([false, ['1.3.6.1.5.5.7.3.1']])
  expect(parsed.verify(parsed.publicKey)).toBe(true)
  expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  const [from, to] = [Date.parse(parsed.validFrom), Date.parse(parsed.validTo)]
  expect(from).toBeLessThan(NOW_MS)
  expect((to - from) / DAY_MS).toBeLessThanOrEqual(397)
  expect((to - NOW_MS) / DAY_MS).toBeGreaterThan(390)
})

test('[R87] key and folder are the user’s alone, also when somebody opened them', async () => {
  await openAt(NOW_MS)
  expect([await modeOf(join(dataDir, 'lan')), await modeOf(keyFile())]).toEqual([0o700, 0o600])
  await chmod(keyFile(), 0o644)
  await openAt(NOW_MS)
  expect(await modeOf(keyFile())).toBe(0o600)
})

test('[R87] it is kept as long as it is good: other starts, fewer names', async () => {
  const first = await openAt(NOW_MS)
  expect(await openAt(NOW_MS + 200 * DAY_MS)).toEqual(first)
  expect(await openAt(NOW_MS, ['192.168.1.20'])).toEqual(first)
})

test('[R87] another address, an end within 30 days or a clock before its beginning make a new one', async () => {
  let last = await openAt(NOW_MS)
  for (const [nowMs, names] of [
    [NOW_MS, ['192.168.1.21']],
    [NOW_MS, ['192.168.1.21', 'other.local']],
    [NOW_MS + 366 * DAY_MS, ['192.168.1.21', 'other.local']],
    [NOW_MS - 366 * DAY_MS, ['192.168.1.21', 'other.local']],
  ] as const) {
    const next = await openAt(nowMs, names)
    expect(next.fingerprint).not.toBe(last.fingerprint)
    expect(next.key).not.toBe(last.key)
    expect(await readFile(certificateFile(), 'utf8')).toBe(next.certificate)
    last = next
  }
})

test('[R87] damaged or mixed-up files are replaced', async () => {
  const first = await openAt(NOW_MS)
  const stranger = await openAt(NOW_MS, ['10.0.0.1'])
  const broken: (() => Promise<void>)[] = [
    () => writeFile(certificateFile(), ''),
    () => writeFile(certificateFile(), first.certificate.slice(0, 200)),
    () => writeFile(keyFile(), 'no key'),
    () => writeFile(keyFile(), stranger.key),
    () => rm(keyFile()),
    () => rm(certificateFile()),
  ]
  for (const damage of broken) {
    const before = await openAt(NOW_MS)
    await damage()
    const after = await openAt(NOW_MS)
    expect(after.fingerprint).not.toBe(before.fingerprint)
    expect(await openAt(NOW_MS)).toEqual(after)
  }
})

test('a folder in which nothing can be written says so, without a word of the key', async () => {
  await writeFile(join(dataDir, 'lan'), 'in the way')
  await expect(openAt(NOW_MS)).rejects.toMatchObject({ code: 'data-not-writable' })
  await rm(join(dataDir, 'lan'))
  await mkdir(keyFile(), { recursive: true })
  await expect(openAt(NOW_MS)).rejects.toMatchObject({ code: 'data-not-writable' })
})
