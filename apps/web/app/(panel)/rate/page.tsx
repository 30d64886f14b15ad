// Out: the listening test; all of it runs in the browser.
import type { Metadata } from 'next'
import { RatePage } from '../../../src/panel/rate/rate-page'

export const metadata: Metadata = { title: 'Listening test' }

export default function Page() {
  return <RatePage />
}
