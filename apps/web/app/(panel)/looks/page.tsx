// Out: the Looks page; all of it runs in the browser.
import type { Metadata } from 'next'
import { LooksPage } from '../../../src/panel/looks/looks-page'

export const metadata: Metadata = { title: 'Looks' }

export default function Page() {
  return <LooksPage />
}
