// In: what she should look like, as often as it changes. Out: her, in a frame of the overlay, and what that frame says of itself.
import { STUDIO_MESSAGE, StudioMessage, StudioReport } from '@psiona/shared/studio-wire'
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

export interface StudioWindow {
  readonly frame: RefObject<HTMLIFrameElement | null>
  /** False: the frame would refuse it. */
  readonly post: (message: Omit<StudioMessage, 'type'>) => boolean
}

/** `onReport` is told each time the frame has loaded a model, or could not. */
export function useStudioWindow(onReport?: (report: StudioReport) => void): StudioWindow {
  const frame = useRef<HTMLIFrameElement>(null)
  const reported = useEffectEvent(({ origin, source, data }: MessageEvent<unknown>) => {
    // Anybody may post to a window; only our own frame tells what it draws.
    if (origin !== location.origin || source === null || source !== frame.current?.contentWindow) return
    const report = StudioReport.safeParse(data)
    if (report.success) onReport?.(report.data)
  })
  useEffect(() => {
    const listener = (event: MessageEvent<unknown>) => reported(event)
    window.addEventListener('message', listener)
    return () => window.removeEventListener('message', listener)
  }, [])
  const post = (message: Omit<StudioMessage, 'type'>) => {
    const whole = StudioMessage.safeParse({ type: STUDIO_MESSAGE, ...message })
    if (whole.success) frame.current?.contentWindow?.postMessage(whole.data, location.origin)
    return whole.success
  }
  return { frame, post }
}

export function HerPicture({ frame, title, framing }: Pick<StudioWindow, 'frame'> & { title: string; framing: 'bust' | 'full' }) {
  return (
    <iframe
      ref={frame}
      src={`/overlay?studio=1&framing=${framing}`}
      title={title}
      tabIndex={-1}
      // Of another scheme than its document, a frame is painted on an opaque ground; the overlay's is the default one.
      className="pointer-events-none absolute inset-0 size-full border-0 [color-scheme:light]"
    />
  )
}
