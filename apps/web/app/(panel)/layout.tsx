// In: a page. Out: the panel's document around it: fonts, tokens, shell.
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/index.css'
import './panel.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Shell } from '../../src/panel/shell'

export const metadata: Metadata = {
  title: { template: '%s · Psiona', default: 'Psiona' },
  description: 'Control panel of Psiona, the companion who hears, remembers and answers.',
  robots: 'noindex',
}
export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

export default function PanelLayout({ children }: { children: ReactNode }) {
  return (
    // The theme script may set data-theme before React looks.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* A file, not inline text, so that the page needs no exception from the content policy; blocking, so that a light page never flashes in a dark room. */}
        <script src="/theme.js" />
      </head>
      <body>
        <Shell>{children}</Shell>
      </body>
    </html>
  )
}
