// Out: the Health page; all of it runs in the browser.
import type { Metadata } from 'next'
import { HealthPage } from '../../../src/panel/health/health-page'

export const metadata: Metadata = { title: 'Health' }

export default function Page() {
  return <HealthPage />
}
