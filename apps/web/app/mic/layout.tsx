// In: the phone's page. Out: its document: the panel's fonts and tokens, nothing of its shell.
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import './mic.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: 'Microphone · Psiona',
  description: 'This phone as her microphone.',
  robots: 'noindex',
  // The address may carry a pairing code; it must not travel on.
  referrer: 'no-referrer',
}
export const viewport: Viewport = {
  colorScheme: 'light dark',
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#e9eef1' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1013' },
  ],
}

export default function MicLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
