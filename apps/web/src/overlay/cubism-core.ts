// The address of Live2D's Cubism Core on this server in, the Core on the page out: loaded once, or a sentence that says why not.
// The Core is Live2D's and not part of Psiona; what little is used of it is declared here.
import { Problem } from '@psiona/shared/problem'
import type { Ms } from '@psiona/shared/units'

interface CubismCore {
  readonly Version: {
    /** Major, minor and patch in the bytes of one number. */
    csmGetVersion(): number
    /** The newest moc3 format it reads. */
    csmGetLatestMocVersion(): number
  }
  /** Since 5; an older Core takes what it needs. */
  Memory?: { initializeAmountOfMemory(bytes: number): void }
}

declare global {
  interface Window {
    Live2DCubismCore?: CubismCore
  }
}

export interface CoreFacts {
  readonly major: number
  readonly minor: number
  readonly newestFormat: number
}

/** 4.2 brought colours of meshes, which the engine asks for. */
const OLDEST = { major: 4, minor: 2 }
/** It sets up its memory after it has been loaded. */
const WAITS_MS: Ms = 20
const WAITS = 150

const notTheCore = (): Problem =>
  new Problem(
    'core-wrong',
    'input',
    'What is kept as the Cubism Core is not the Core, so the puppet draws her. Fetch it again on the Looks page.',
  )

/** Null while it is not ready. */
const factsOf = (core: CubismCore): CoreFacts | null => {
  try {
    const version = core.Version.csmGetVersion()
    return { major: version >>> 24, minor: (version >>> 16) & 255, newestFormat: core.Version.csmGetLatestMocVersion() }
  } catch {
    return null
  }
}

const addScript = (url: URL): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url.href
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      // It was there when the scene was sent: the server may be on its way up again.
      reject(
        new Problem(
          'core-missing',
          'busy',
          'The Cubism Core cannot be loaded, so the puppet draws her. If it stays so, fetch the Core again on the Looks page.',
        ),
      )
    }
    document.head.append(script)
  })

const load = async (url: URL): Promise<CoreFacts> => {
  if (url.origin !== location.origin) throw notTheCore()
  if (!window.Live2DCubismCore) await addScript(url)
  const core = window.Live2DCubismCore
  if (typeof core?.Version?.csmGetVersion !== 'function') throw notTheCore()
  for (let i = 0; i < WAITS; i++) {
    const facts = factsOf(core)
    if (!facts) {
      await new Promise((resolve) => setTimeout(resolve, WAITS_MS))
      continue
    }
    // The engine asks every Core for it.
    core.Memory ??= { initializeAmountOfMemory() {} }
    const { major, minor } = facts
    if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return facts
    throw new Problem(
      'core-old',
      'input',
      `The Cubism Core here is ${major}.${minor}; Live2D models need 4.2 or newer. Fetch it again on the Looks page.`,
    )
  }
  throw new Problem('core-stuck', 'input', 'The Cubism Core does not start in this browser, so the puppet draws her.')
}

let loading: Promise<CoreFacts> | null = null

export const loadCubismCore = (address: string): Promise<CoreFacts> => {
  loading ??= load(new URL(address, location.href)).catch((error: unknown) => {
    // The next one may find it mended.
    loading = null
    throw error
  })
  return loading
}
