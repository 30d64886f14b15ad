// Out: the Ears page; all of it runs in the browser.
import type { Metadata } from 'next'
import { EarsPage } from '../../../src/panel/ears/ears-page'

export const metadata: Metadata = { title: 'Ears' }

export default function Page() {
  return <EarsPage />
}
