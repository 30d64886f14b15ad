// In: the place on Live that shows her. Out: the same to the preview, which outlives that page; null while nothing shows her.
import { observable } from '../lib/observable'

export const previewBox = observable<HTMLElement | null>(null)

/** As the `ref` of that place. */
export const showPreviewIn = (box: HTMLElement | null) => {
  previewBox.set(box)
  return () => {
    if (previewBox.get() === box) previewBox.set(null)
  }
}
