// Out: the Mind page; all of it runs in the browser.
import type { Metadata } from 'next'
import { MindPage } from '../../../src/panel/mind/mind-page'

export const metadata: Metadata = { title: 'Mind' }

export default function Page() {
  return <MindPage />
}
