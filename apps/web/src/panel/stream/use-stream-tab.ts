// In: the address's fragment and a press on a tab. Out: the tab that shows; addresses such as /stream#twitch lead to it.
import { useCallback, useLayoutEffect, useState } from 'react'

const STREAM_TABS = ['obs', 'rules', 'twitch', 'chat', 'picture'] as const
export type StreamTab = (typeof STREAM_TABS)[number]

const tabIn = (hash: string) => STREAM_TABS.find((tab) => tab === hash.slice(1))

export function useStreamTab(): [StreamTab, (tab: string) => void] {
  const [tab, setTab] = useState<StreamTab>('obs')
  // Before anything is painted: the address has been changed by then.
  useLayoutEffect(() => {
    const follow = () => setTab((now) => tabIn(window.location.hash) ?? now)
    follow()
    // A link of the router changes the address without a word; the browser's own history tells of it.
    const moved = 'navigation' in window ? window.navigation : null
    window.addEventListener('hashchange', follow)
    moved?.addEventListener('currententrychange', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
      moved?.removeEventListener('currententrychange', follow)
    }
  }, [])
  const choose = useCallback((value: string) => {
    const next = tabIn(`#${value}`)
    if (!next) return
    setTab(next)
    window.history.replaceState(window.history.state, '', `#${next}`)
  }, [])
  return [tab, choose]
}
