// Out: the Live page; all of it runs in the browser.
import type { Metadata } from 'next'
import { LivePage } from '../../src/panel/live/live-page'

export const metadata: Metadata = { title: 'Live' }

export default function Page() {
  return <LivePage />
}
