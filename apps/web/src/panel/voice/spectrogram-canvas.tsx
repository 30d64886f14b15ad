// In: a sound and which stretch of it shows. Out: its spectrogram, as sharp as the screen; what it shows stands in words beside it.
import { useLayoutEffect, useMemo, useRef } from 'react'
import { loudestDb, type Stretch, spectrogram } from './spectrogram'
import { spectrogramPixels } from './spectrogram-colours'
import type { MadeTake } from './take'
import type { Room } from './use-room'

/** More than this the eye does not part, and it costs time. */
const MOST_COLUMNS = 800
const HEIGHT_PX = 168

export function SpectrogramCanvas({ take, view, room }: { take: MadeTake; view: Stretch; room: Room }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { sound } = take
  const { start, end } = view
  const columns = Math.min(MOST_COLUMNS, Math.round(room.widthPx * room.density))
  const loudest = useMemo(() => loudestDb(sound), [sound])
  const picture = useMemo(() => {
    if (columns < 1) return null
    const spectra = spectrogram(sound, { start, end }, columns, loudest)
    return { pixels: spectrogramPixels(spectra), columns, rows: spectra.rows }
  }, [sound, start, end, columns, loudest])

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || !picture) return
    element.width = Math.round(room.widthPx * room.density)
    element.height = Math.round(HEIGHT_PX * room.density)
    const small = document.createElement('canvas')
    small.width = picture.columns
    small.height = picture.rows
    small.getContext('2d')?.putImageData(new ImageData(picture.pixels, picture.columns, picture.rows), 0, 0)
    context.imageSmoothingQuality = 'high'
    context.drawImage(small, 0, 0, element.width, element.height)
  }, [picture, room])

  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus
  return <canvas ref={canvas} aria-hidden="true" className="block w-full" style={{ height: HEIGHT_PX }} />
}
