// Out: the Voice page; all of it runs in the browser.
import type { Metadata } from 'next'
import { VoicePage } from '../../../src/panel/voice/voice-page'

export const metadata: Metadata = { title: 'Voice' }

export default function Page() {
  return <VoicePage />
}
