// The Core's script, loaded into a page of which there is only as much as it needs.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

interface FakeScript {
  src: string
  onload: () => void
  onerror: () => void
  remove(): void
}
const asked: string[] = []
let answer: (script: FakeScript) => void = (script) => script.onload()

const page = () => globalThis as unknown as { window: { Live2DCubismCore?: unknown } }
const core = (major: number, minor: number) => ({
  Version: { csmGetVersion: () => (major << 24) | (minor << 16) | 2, csmGetLatestMocVersion: () => 4 },
})
/** Anew for each test: what was loaded once is kept. */
const load = async (address = '/cubism/live2dcubismcore.min.js') => {
  const { loadCubismCore } = await import('./cubism-core')
  return loadCubismCore(address)
}

beforeEach(() => {
  vi.resetModules()
  asked.length = 0
  vi.stubGlobal('window', {})
  vi.stubGlobal('location', { href: 'http://localhost:3210/overlay', origin: 'http://localhost:3210' })
  vi.stubGlobal('document', {
    createElement: () => ({ remove: () => {} }),
    head: {
      append(script: FakeScript) {
        asked.push(script.src)
        answer(script)
      },
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const arrives = (what: unknown) => (script: FakeScript) => {
  page().window.Live2DCubismCore = what
  script.onload()
}

describe('the Cubism Core', () => {
  it('is loaded once, from this server', async () => {
    answer = arrives(core(4, 2))
    expect(await load()).toEqual({ major: 4, minor: 2, newestFormat: 4 })
    await load()
    expect(asked).toEqual(['http://localhost:3210/cubism/live2dcubismcore.min.js'])
  })
  it('is not asked for elsewhere', async () => {
    await expect(load('https://elsewhere.example/core.js')).rejects.toMatchObject({ code: 'core-wrong' })
    expect(asked).toEqual([])
  })
  it('that cannot be loaded is named, and tried again', async () => {
    answer = (script) => script.onerror()
    await expect(load()).rejects.toMatchObject({ code: 'core-missing', retry: true, message: expect.stringContaining('puppet') })
    answer = arrives(core(5, 0))
    expect(await load()).toMatchObject({ major: 5 })
  })
  it('that is another script is named', async () => {
    answer = (script) => script.onload()
    await expect(load()).rejects.toMatchObject({ code: 'core-wrong', retry: false })
  })
  it('that is too old is named with its version', async () => {
    answer = arrives(core(3, 3))
    await expect(load()).rejects.toMatchObject({ code: 'core-old', message: expect.stringContaining('3.3') })
  })
  it('may take its time to start', async () => {
    let tries = 0
    const late = core(4, 2)
    answer = arrives({
      Version: {
        ...late.Version,
        csmGetVersion: () => {
          if (++tries < 3) throw new Error('Not yet.')
          return late.Version.csmGetVersion()
        },
      },
    })
    expect(await load()).toMatchObject({ major: 4, minor: 2 })
  })
})
