// What a disk does to a pull; tests/long has a real one that runs full.
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { pullSome, pullVoices, type ServedVoices, serveVoices } from '../../../../tests/fakes/model-pull'

const open: ServedVoices[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()))
})
const serve = async (...of: Parameters<typeof serveVoices>) => {
  const served = await serveVoices(...of)
  open.push(served)
  return served
}

describe('a disk', () => {
  it('without room for the whole model is not filled: the problem says how much to free', async () => {
    const served = await serve({ saysBytes: 9e15 })
    const { problem, state } = await pullVoices(served)
    expect(state).toBe('absent')
    expect(problem).toMatch(/The disk is full: 9000000000 MB are still to come. Free \d{8,} MB and pull again/)
    expect(served.server.asked).toEqual([])
  })

  it.skipIf(!existsSync('/dev/full'))('that runs full in the middle is a problem, not a crash', async () => {
    const served = await serve()
    await pullSome(served, 700_000)
    rmSync(served.part)
    // A file on which every write fails as on a full disk.
    symlinkSync('/dev/full', served.part)
    expect(await pullVoices(served)).toMatchObject({
      state: 'absent',
      problem: expect.stringMatching(
        /^The disk is full: 3 MB are still to come. Free \d+ MB and pull again; what has come stays.$/,
      ),
    })
    rmSync(served.part)
    expect(await pullVoices(served)).toMatchObject({ state: 'installed' })
  })

  it('that cannot be written says what to do', async () => {
    const served = await serve()
    writeFileSync(served.modelsDir, 'a file where the folder should be')
    expect(await pullVoices(served)).toMatchObject({
      state: 'absent',
      problem: expect.stringMatching(/cannot be used as it is.*Set PSIONA_DATA/),
    })
  })
})
