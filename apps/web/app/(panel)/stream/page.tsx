// Out: the Stream page; all of it runs in the browser.
import type { Metadata } from 'next'
import { StreamPage } from '../../../src/panel/stream/stream-page'

export const metadata: Metadata = { title: 'Stream' }

export default function Page() {
  return <StreamPage />
}
