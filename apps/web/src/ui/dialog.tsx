// In: a layer that floats over the page. Out: the browser's own modal dialog: it keeps the focus, closes on Esc and makes the rest inert.
// The browser's, because it needs no injected styles, which the content policy would have to allow.
'use client'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { classNames } from '../lib/class-names'
import { Icon } from './icon'

export interface DialogProps {
  readonly title: string
  /** The title is read aloud only; the content shows what it is. */
  readonly quiet?: boolean
  readonly onClose: () => void
  readonly className?: string
  readonly children: ReactNode
}

export function Dialog({ title, quiet = false, onClose, className, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Closed before it leaves the document, the browser gives the focus back to where it was.
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={(event) => {
        // The news of a close comes later; by then it may be open again.
        if (!event.currentTarget.open) onClose()
      }}
      // Only a press on the backdrop has the dialog itself as target.
      onPointerDown={(event) => event.target === event.currentTarget && dialog.current?.close()}
      className={classNames(
        'm-auto max-h-[85dvh] w-120 max-w-[calc(100vw-1.5rem)] flex-col overflow-hidden rounded-card bg-s1 text-ink shadow-float open:flex slim:mb-2.5 forced-colors:border',
        className,
      )}
    >
      {!quiet && (
        <div className="flex flex-none items-center gap-3 px-4 pt-3 pb-1">
          <h2 className="text-md font-[650]">{title}</h2>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="ml-auto flex min-h-9 items-center gap-1.5 rounded-control px-2 text-sm font-semibold text-ink2 hover:text-ink slim:min-h-11"
          >
            <Icon name="close" className="size-4" />
            Close
          </button>
        </div>
      )}
      {children}
    </dialog>
  )
}
