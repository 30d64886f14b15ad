// How a pull is going, for whoever watches. In: a model, again and again. Out: on a terminal one line that is drawn anew, elsewhere a line for every tenth.
import type { ModelInfo } from '@psiona/shared'
import { percent, progressLine } from './model-words'

export interface ProgressScreen {
  readonly isTTY?: boolean | undefined
  write(text: string): unknown
}

/** To the first column, and everything to the right of it away. */
const REDRAW = '\r\u001b[K'

export function createModelProgress(screen: ProgressScreen): { show(model: ModelInfo): void; end(): void } {
  let shownTenth = -1
  let isDrawn = false
  return {
    show(model) {
      if (screen.isTTY) {
        isDrawn = true
        screen.write(REDRAW + progressLine(model))
        return
      }
      const tenth = Math.floor(percent(model) / 10)
      if (tenth > shownTenth) screen.write(`${progressLine(model)}\n`)
      shownTenth = Math.max(shownTenth, tenth)
    },
    end() {
      if (isDrawn) screen.write('\n')
      isDrawn = false
    },
  }
}
