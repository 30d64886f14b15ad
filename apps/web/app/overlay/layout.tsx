// In: the overlay page. Out: its document: transparent, without anything of the panel's.
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import './overlay.css'
import './subtitles.css'
import './bubbles.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: 'Psiona overlay',
  description: 'Browser source for OBS: the character, transparent, with subtitles.',
  robots: 'noindex',
  // The address carries a token; it must not travel on.
  referrer: 'no-referrer',
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default function OverlayLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
