// The pages that exist, in the order of the rail. A page joins the rail in the step that builds it.
import type { IconName } from '../ui/icon'

export interface Page {
  readonly href: '/' | '/character' | '/looks' | '/voice' | '/ears' | '/mind' | '/stream' | '/safety' | '/health'
  readonly label: string
  readonly icon: IconName
  /** Pressed after G. */
  readonly letter: string
  /** Pages that are reached from this one, and are part of it. */
  readonly within?: readonly string[]
}
export type PageHref = Page['href']

export const PAGES: readonly Page[] = [
  { href: '/', label: 'Live', icon: 'live', letter: 'l' },
  { href: '/character', label: 'Character', icon: 'character', letter: 'c' },
  { href: '/looks', label: 'Looks', icon: 'hanger', letter: 'a' },
  { href: '/voice', label: 'Voice', icon: 'voice', letter: 'v', within: ['/rate'] },
  { href: '/ears', label: 'Ears', icon: 'ear', letter: 'e' },
  { href: '/mind', label: 'Mind', icon: 'mind', letter: 'm' },
  { href: '/stream', label: 'Stream', icon: 'stream', letter: 's' },
  { href: '/safety', label: 'Safety', icon: 'shield', letter: 'p' },
  { href: '/health', label: 'Health', icon: 'health', letter: 'h' },
]

/** The page of an address; an export may be served as /mind, /mind/ or /mind.html. */
export function pageAt(pathname: string): Page {
  const path = pathname.replace(/(?:\.html|\/)$/, '') || '/'
  return PAGES.find(({ href, within }) => href === path || within?.includes(path)) ?? PAGES[0]!
}
