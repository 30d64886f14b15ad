// Out: the Safety page; all of it runs in the browser.
import type { Metadata } from 'next'
import { SafetyPage } from '../../../src/panel/safety/safety-page'

export const metadata: Metadata = { title: 'Safety' }

export default function Page() {
  return <SafetyPage />
}
