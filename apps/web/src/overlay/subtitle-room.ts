// In: the element that subtitles stand in. Out: how much text fits there, by the widths of its own letters.
import { type RefObject, useEffect, useState } from 'react'
import { CHARACTER_ROOM, type SubtitleRoom } from './subtitle-page'

/** Of a box around the text, at both ends together, in ems; see subtitles.css. */
const PADDING_EMS = 1.4
/** Kerning across words and rounding are not in the sum of widths. */
const SURE = 0.98
/** Longer lines are hard to follow with the eye. */
const LONGEST_EMS = 24
/** More widths than a stream's words of a minute are not worth the memory. */
const KEPT_WIDTHS = 2000

/** Measured anew when the element's width, its letters or what it is `for` change; not when text comes and goes in it. */
export function useSubtitleRoom(element: RefObject<HTMLElement | null>, lines: number, measuredFor: string): SubtitleRoom {
  const [room, setRoom] = useState<SubtitleRoom>(CHARACTER_ROOM)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is measured for decides its letters, by the style sheet
  useEffect(() => {
    const measured = element.current
    if (!measured) return
    let known = ''
    const measure = () => setRoom((before) => roomIn(measured, lines) ?? before)
    const look = () => {
      const { fontSize } = getComputedStyle(measured)
      const now = `${measured.clientWidth} ${fontSize}`
      if (now === known) return
      known = now
      measure()
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(measured)
    // Letters follow the smaller side of the page, whichever it is.
    window.addEventListener('resize', look)
    document.fonts.addEventListener('loadingdone', measure)
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', look)
      document.fonts.removeEventListener('loadingdone', measure)
    }
  }, [element, lines, measuredFor])
  return room
}

function roomIn(element: HTMLElement, lines: number): SubtitleRoom | null {
  const pen = document.createElement('canvas').getContext('2d')
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  const em = Number.parseFloat(fontSize)
  if (!pen || !(em > 0) || element.clientWidth <= 0) return null
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
  const widths = new Map<string, number>()
  return {
    lines,
    lineWidth: SURE * Math.min(LONGEST_EMS * em, Math.max(em, element.clientWidth - PADDING_EMS * em)),
    widthOf(text) {
      const known = widths.get(text)
      if (known !== undefined) return known
      if (widths.size >= KEPT_WIDTHS) widths.clear()
      const { width } = pen.measureText(text)
      widths.set(text, width)
      return width
    },
  }
}
