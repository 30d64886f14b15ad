// Who takes care of the models now: the running server, or this process. In: the configuration. Out: the same five wishes for both.
import { ModelInfo, ModelsReply } from '@psiona/shared'
import { systemClock } from '../clock'
import type { Config } from '../config'
import { openModelFiles } from '../store/model-files'
import { liveServer } from './live-server'

export interface ModelDesk {
  /** The server does the work. */
  readonly running: boolean
  list(): Promise<ModelsReply>
  /** Begins, and does not wait. */
  pull(id: string): Promise<ModelInfo>
  pause(id: string): Promise<ModelInfo>
  verify(id: string): Promise<ModelInfo>
  remove(id: string): Promise<ModelInfo>
  /** Resolves when there may be something new to show. */
  news(id: string, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** A person sees that it moves. */
const LOOK_MS = 300

export function openModelDesk(config: Config): ModelDesk {
  const live = liveServer(config)
  if (live) {
    const path = (id: string) => `/api/models/${encodeURIComponent(id)}`
    return {
      running: true,
      list: () => live.ask('GET', '/api/models', ModelsReply),
      pull: (id) => live.ask('POST', `${path(id)}/pull`, ModelInfo),
      pause: (id) => live.ask('POST', `${path(id)}/pause`, ModelInfo),
      verify: (id) => live.ask('POST', `${path(id)}/verify`, ModelInfo),
      remove: (id) => live.ask('DELETE', path(id), ModelInfo),
      news: (_id, signal) => systemClock.sleep(LOOK_MS, signal),
      close: async () => {},
    }
  }
  const files = openModelFiles({
    catalogueFile: config.modelCatalogueFile,
    dir: config.modelsDir,
    clock: systemClock,
    onChange: () => {},
  })
  return {
    running: false,
    list: async () => ({ models: files.list(), freeBytes: await files.freeBytes() }),
    pull: async (id) => files.pull(id),
    pause: files.pause,
    verify: files.verify,
    remove: files.remove,
    async news(id, signal) {
      const over = new AbortController()
      void files.pulled(id).then(() => over.abort())
      await systemClock.sleep(LOOK_MS, AbortSignal.any([signal, over.signal]))
    },
    close: files.close,
  }
}
