// In: `window.obsstudio` and its events, where OBS shows the page; the document's own visibility elsewhere. Out: whether anybody can see
// the page, and what OBS does. Foreign shapes are parsed: a browser source of any version may stand behind them.
import { z } from 'zod'

/** What OBS puts on the window, as far as it is used. Calls that the source's permission does not cover never answer. */
interface ObsBinding {
  readonly pluginVersion?: unknown
  getStatus?(answer: (status: unknown) => void): void
  getCurrentScene?(answer: (scene: unknown) => void): void
}
declare global {
  interface Window {
    readonly obsstudio?: ObsBinding
  }
}

/** What is asked of a window. */
interface ObsPage extends EventTarget {
  readonly obsstudio?: ObsBinding | undefined
  readonly document: EventTarget & Pick<Document, 'visibilityState'>
}

export interface ObsStanding {
  readonly inObs: boolean
  /** Of OBS's browser plugin; '' elsewhere or when not told. */
  readonly pluginVersion: string
  /** Somebody can see the page: in the programme, a preview or a projector; a tab that is in front. */
  readonly visible: boolean
  /** It is in the programme. Null when not told. */
  readonly active: boolean | null
  /** The scene in the programme; '' when not told. */
  readonly scene: string
  readonly streaming: boolean
  readonly recording: boolean
}

const Visible = z.object({ visible: z.boolean() })
const Active = z.object({ active: z.boolean() })
const CurrentScene = z.object({ name: z.string().max(500) })
const Status = z.object({ streaming: z.boolean().default(false), recording: z.boolean().default(false) })
const Version = z.string().max(100)

type Change = Partial<ObsStanding>
/** What each event of OBS says; null = nothing that we could read. */
const EVENTS: Readonly<Record<string, (detail: unknown) => Change | null>> = {
  obsSourceVisibleChanged: (detail) => Visible.safeParse(detail).data ?? null,
  obsSourceActiveChanged: (detail) => Active.safeParse(detail).data ?? null,
  obsSceneChanged: (detail) => sceneOf(detail),
  obsStreamingStarted: () => ({ streaming: true }),
  obsStreamingStopped: () => ({ streaming: false }),
  obsRecordingStarted: () => ({ recording: true }),
  obsRecordingStopped: () => ({ recording: false }),
  // Nothing is shown any more; the last frames are not worth drawing.
  obsExit: () => ({ visible: false, active: false }),
}

export class ObsStudio {
  readonly #page: ObsPage
  readonly #onChange: (standing: ObsStanding) => void
  readonly #closing = new AbortController()
  #told: ObsStanding
  #standing: ObsStanding

  constructor(onChange: (standing: ObsStanding) => void, page: ObsPage = window) {
    this.#page = page
    this.#onChange = onChange
    const { obsstudio } = page
    this.#told = {
      inObs: obsstudio !== undefined,
      pluginVersion: Version.safeParse(obsstudio?.pluginVersion).data ?? '',
      visible: true,
      active: null,
      scene: '',
      streaming: false,
      recording: false,
    }
    this.#standing = this.#now()
    const { signal } = this.#closing
    page.document.addEventListener('visibilitychange', () => this.#take({}), { signal })
    if (!obsstudio) return
    for (const [name, read] of Object.entries(EVENTS))
      page.addEventListener(name, (event) => this.#take(read('detail' in event ? event.detail : undefined)), { signal })
    obsstudio.getStatus?.((status) => this.#take(Status.safeParse(status).data ?? null))
    obsstudio.getCurrentScene?.((scene) => this.#take(sceneOf(scene)))
  }

  get standing(): ObsStanding {
    return this.#standing
  }

  close(): void {
    this.#closing.abort()
  }

  #take(change: Change | null): void {
    if (change === null || this.#closing.signal.aborted) return
    this.#told = { ...this.#told, ...change }
    this.#standing = this.#now()
    this.#onChange(this.#standing)
  }

  #now(): ObsStanding {
    const { visible, active } = this.#told
    return { ...this.#told, visible: (visible || active === true) && this.#page.document.visibilityState !== 'hidden' }
  }
}

function sceneOf(detail: unknown): Change | null {
  const read = CurrentScene.safeParse(detail)
  return read.success ? { scene: read.data.name } : null
}
