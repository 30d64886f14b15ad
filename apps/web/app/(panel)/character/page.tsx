// Out: the Character page; all of it runs in the browser.
import type { Metadata } from 'next'
import { CharacterPage } from '../../../src/panel/character/character-page'

export const metadata: Metadata = { title: 'Character' }

export default function Page() {
  return <CharacterPage />
}
