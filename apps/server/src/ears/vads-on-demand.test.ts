// Models that are loaded when they are first wanted: once, and not before; and what is told when they cannot be.
import { Problem } from '@psiona/shared'
import { expect, it } from 'vitest'
import { VAD_FRAME_SAMPLES, type Vad } from '../organs'
import { createVadsOnDemand, type LoadedVads } from './vads-on-demand'

const frame = new Float32Array(VAD_FRAME_SAMPLES)
const missing = new Problem('no-vad', 'missing', 'A model is missing. Run git checkout models.')
const sure: Vad = { probability: async () => 1, reset: () => {}, close: async () => {} }

const unwanted = (cause: unknown) => {
  throw cause
}

function counted(vads: LoadedVads) {
  const seen = { loads: 0 }
  return {
    seen,
    load: async () => {
      seen.loads++
      return vads
    },
  }
}

it('nothing is loaded until a microphone is on or a frame comes, then once', async () => {
  let closed = false
  const { seen, load } = counted({
    open: () => sure,
    close: async () => {
      closed = true
    },
  })
  const vads = createVadsOnDemand({ load, missing: null, onTrouble: unwanted })
  const [one, other] = [vads.open(), vads.open()]
  one.reset()
  expect(seen.loads).toBe(0)
  vads.warm()
  expect(await Promise.all([one.probability(frame), other.probability(frame)])).toEqual([1, 1])
  expect(seen.loads).toBe(1)
  expect(vads.problem()).toBeNull()
  await vads.close()
  expect(closed).toBe(true)
})

it('closed without ever having been wanted, it loads nothing', async () => {
  const { seen, load } = counted({ open: () => sure, close: async () => {} })
  const vads = createVadsOnDemand({ load, missing: null, onTrouble: unwanted })
  await vads.open().close()
  await vads.close()
  expect(seen.loads).toBe(0)
})

it('what cannot be loaded is told once, named, and nothing is speech', async () => {
  const troubles: unknown[] = []
  const onTrouble = (cause: unknown) => troubles.push(cause)
  const vads = createVadsOnDemand({ load: () => Promise.reject(missing), missing: null, onTrouble })
  const vad = vads.open()
  expect([await vad.probability(frame), await vad.probability(frame)]).toEqual([0, 0])
  expect(vads.problem()).toBe(missing)
  expect(troubles).toEqual([missing])
  await vads.close()

  const noRuntime = createVadsOnDemand({ load: () => Promise.reject(new Error('no runtime')), missing: null, onTrouble })
  expect(await noRuntime.open().probability(frame)).toBe(0)
  expect(noRuntime.problem()).toMatchObject({ code: 'no-vad', message: expect.stringContaining('talk key') })
})

it('what is missing is known before anything is loaded, and forgotten when it is there again', async () => {
  const { load } = counted({ open: () => sure, close: async () => {} })
  const vads = createVadsOnDemand({ load, missing, onTrouble: unwanted })
  expect(vads.problem()).toBe(missing)
  expect(await vads.open().probability(frame)).toBe(1)
  expect(vads.problem()).toBeNull()
})
