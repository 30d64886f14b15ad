// Recordings with their consent, on a real disk.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeWav } from '@psiona/psi'
import { Problem, VoiceReference } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { type NewReference, openVoiceReferences, type VoiceReferences } from './voice-references'

const RATE = 16_000
const wavOf = (seconds: number, level = 0.3) =>
  encodeWav(
    Float32Array.from({ length: seconds * RATE }, (_, i) => level * Math.sin(i / 20)),
    RATE,
  )
const about: NewReference = {
  name: 'My old voice!',
  speaker: 'Ada',
  consent: { kind: 'given', statement: 'Ada agrees that this recording is imitated.' },
}
const problemOf = async (act: () => unknown): Promise<Problem> => {
  try {
    await act()
  } catch (cause) {
    if (cause instanceof Problem) return cause
    throw cause
  }
  throw new Error('no problem')
}

describe('voices to imitate', () => {
  let dir: string
  let references: VoiceReferences
  const clock = fakeClock()
  beforeEach(() => {
    dir = join(mkdtempSync(join(tmpdir(), 'voice-references-')), 'voices')
    references = openVoiceReferences({ dir, clock })
  })
  afterEach(() => rmSync(join(dir, '..'), { recursive: true }))

  it('are none at first, and nothing is written', () => {
    expect(references.list()).toEqual([])
    expect(existsSync(dir)).toBe(false)
  })

  it('are kept with their consent, and given back byte for byte', async () => {
    const wav = wavOf(3.5)
    const added = await references.add(about, wav)
    expect(VoiceReference.parse(added)).toEqual({
      ...about,
      id: 'my-old-voice',
      seconds: 3.5,
      consent: { ...about.consent, at: clock.wallMs() },
    })
    expect(references.list()).toEqual([added])
    expect(openVoiceReferences({ dir, clock }).list()).toEqual([added])
    expect(Buffer.from(await references.sound('my-old-voice')).equals(Buffer.from(wav))).toBe(true)
    expect(readdirSync(join(dir, 'my-old-voice')).sort()).toEqual(['consent.json', 'reference.wav'])
  })

  it.skipIf(process.platform === 'win32')('can be read by their owner alone', async () => {
    await references.add(about, wavOf(3))
    const mode = (path: string) => statSync(join(dir, 'my-old-voice', path)).mode & 0o777
    expect([mode('.'), mode('reference.wav'), mode('consent.json')]).toEqual([0o700, 0o600, 0o600])
  })

  it('of the same name stand beside each other, also added at once; odd names make good folders', async () => {
    const names = ['Ada', 'ada', 'Ädä', '../../etc', 'con', '🙂', 'x'.repeat(60)]
    const added = await Promise.all(names.map((name) => references.add({ ...about, name }, wavOf(3))))
    const ids = added.map(({ id }) => id)
    expect(ids).toEqual(['ada', 'ada-2', 'a-da', 'etc', 'voice', 'voice-2', 'x'.repeat(40)])
    expect(references.list()).toHaveLength(ids.length)
  })

  it('[R100] without a statement, a speaker or a name are refused', async () => {
    for (const changes of [
      { consent: { kind: 'given', statement: 'yes' } },
      { consent: { kind: 'assumed', statement: about.consent.statement } },
      { consent: undefined },
      { speaker: '' },
      { name: '' },
    ])
      expect(await problemOf(() => references.add({ ...about, ...changes } as NewReference, wavOf(3)))).toMatchObject({
        code: 'no-consent',
        category: 'refused',
      })
    expect(existsSync(dir)).toBe(false)
  })

  it.each([
    ['too short', wavOf(2.9), /is 2\.9 seconds long/],
    ['too long', wavOf(61), /is 61\.0 seconds long/],
    ['silent', wavOf(4, 0.001), /silent/],
    ['no wav file', Buffer.from('ID3 something'), /no wav file/],
    ['empty', new Uint8Array(), /no wav file/],
    ['cut in its head', wavOf(4).subarray(0, 30), /no sound/],
    ['of an odd kind', wavOf(4).map((byte, at) => (at === 22 ? 9 : byte)), /unusual kind/],
    ['larger than it may be', Buffer.alloc(16_000_001), /larger than 16 MB/],
  ])('that are %s are refused with what to record', async (_, wav, sentence) => {
    const problem = await problemOf(() => references.add(about, wav))
    expect(problem.code).toBe('reference-refused')
    expect(problem.message).toMatch(sentence)
    expect(problem.message).toMatch(/Record 3 to 60 seconds/)
    expect(references.list()).toEqual([])
  })

  it('that claim to be longer than they are count as they are', async () => {
    const wav = Buffer.from(wavOf(4))
    wav.writeUInt32LE(0xffff_fff0, 40)
    expect((await references.add(about, wav)).seconds).toBe(4)
  })

  it('removed are gone from the disk', async () => {
    const { id } = await references.add(about, wavOf(3))
    references.remove(id)
    expect(readdirSync(dir)).toEqual([])
    await expect(references.sound(id)).rejects.toMatchObject({ code: 'no-such-reference', category: 'missing' })
    expect((await problemOf(() => references.remove(id))).code).toBe('no-such-reference')
  })

  it('[R100] are not given without their consent, nor when they are not what it was given for', async () => {
    const { id } = await references.add(about, wavOf(3))
    const consent = join(dir, id, 'consent.json')
    writeFileSync(join(dir, id, 'reference.wav'), wavOf(3, 0.5))
    await expect(references.sound(id)).rejects.toMatchObject({ code: 'reference-changed', category: 'refused' })
    for (const content of ['', '{}', 'null']) {
      writeFileSync(consent, content)
      await expect(references.sound(id)).rejects.toMatchObject({ code: 'no-such-reference' })
      expect(references.list()).toEqual([])
    }
    rmSync(consent)
    await expect(references.sound(id)).rejects.toMatchObject({ code: 'no-such-reference' })
    references.remove(id)
    expect(readdirSync(dir)).toEqual([])
  })

  it('are no way out of their folder', async () => {
    const outside = join(dir, '../secret.wav')
    writeFileSync(outside, wavOf(3))
    const { id } = await references.add(about, wavOf(3))
    for (const name of ['../secret.wav', '..', '.', '', `${id}/../${id}`, 'a\0b', '.new-x'])
      await expect(references.sound(name)).rejects.toMatchObject({ code: 'no-such-reference' })
    for (const name of ['..', '.', '']) expect((await problemOf(() => references.remove(name))).code).toBe('no-such-reference')
    if (process.platform === 'win32') return
    rmSync(join(dir, id, 'reference.wav'))
    symlinkSync(outside, join(dir, id, 'reference.wav'))
    await expect(references.sound(id)).rejects.toMatchObject({ code: 'no-such-reference' })
    expect(existsSync(outside)).toBe(true)
    symlinkSync(join(dir, id), join(dir, 'linked'))
    expect(references.list().map((each) => each.id)).toEqual([id])
    await expect(references.sound('linked')).rejects.toMatchObject({ code: 'no-such-reference' })
    expect((await references.add({ ...about, name: 'linked' }, wavOf(3))).id).toBe('linked-2')
  })

  it('[R100] of a run that was killed before the consent was written are gone', async () => {
    await references.add(about, wavOf(3))
    mkdirSync(join(dir, '.new-ada'))
    writeFileSync(join(dir, '.new-ada/reference.wav'), wavOf(3))
    expect(openVoiceReferences({ dir, clock }).list()).toHaveLength(1)
    expect(readdirSync(dir)).toEqual(['my-old-voice'])
  })

  it('that the disk does not take are not half there', async () => {
    writeFileSync(dir, 'a file in the place of the folder')
    expect(await problemOf(() => references.add(about, wavOf(3)))).toBeInstanceOf(Problem)
    expect(references.list()).toEqual([])
  })
})
