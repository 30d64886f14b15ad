// In: a page. Out: what stands around every page: rail, top bar, transport, keys; and the connection that feeds them.
'use client'
import { usePathname } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { FirstRunNotice } from './first-run-notice'
import { useKeys } from './keys/use-keys'
import { microphone } from './microphone'
import { pageAt } from './pages'
import { connectPanel } from './panel-link'
import { PanicBand } from './panic-band'
import { Preview } from './preview'
import { Rail } from './rail'
import { TallyStatus } from './tally-status'
import { TopBar } from './top-bar'
import { Transport } from './transport'
import { useTheme } from './use-theme'

const Palette = lazy(() => import('./keys/palette').then(({ Palette }) => ({ default: Palette })))
const KeyList = lazy(() => import('./keys/key-list').then(({ KeyList }) => ({ default: KeyList })))

export function Shell({ children }: { children: ReactNode }) {
  const page = pageAt(usePathname())
  const theme = useTheme()
  const [layer, setLayer] = useState<'keys' | 'palette' | null>(null)
  // The palette may have opened the key list before it closes itself.
  const closePalette = useCallback(() => setLayer((open) => (open === 'palette' ? null : open)), [])
  const closeKeys = useCallback(() => setLayer((open) => (open === 'keys' ? null : open)), [])
  const showKeys = useCallback(() => setLayer('keys'), [])
  const showPalette = useCallback(() => setLayer('palette'), [])
  useEffect(connectPanel, [])
  useEffect(microphone.attend, [])
  useKeys(setLayer)
  return (
    <div className="grid h-dvh grid-rows-[3rem_minmax(0,1fr)_auto] rail:grid-cols-[4.5rem_minmax(0,1fr)]">
      <a
        href="#page"
        className="fixed top-2 left-2 z-20 -translate-y-16 flex min-h-11 items-center rounded-control bg-ink px-4 font-semibold text-bg focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Rail page={page} theme={theme} />
      <TopBar page={page} theme={theme} onPalette={showPalette} />
      <div className="flex min-h-0 min-w-0 flex-col">
        <PanicBand />
        <FirstRunNotice />
        <main
          id="page"
          tabIndex={-1}
          className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto pr-4 pb-3 pl-2 outline-none slim:px-2.5 slim:pb-2.5"
        >
          <Preview />
          {children}
        </main>
      </div>
      <Transport page={page} />
      <TallyStatus />
      <Suspense>
        {layer === 'palette' && <Palette theme={theme} onClose={closePalette} onKeys={showKeys} />}
        {layer === 'keys' && <KeyList onClose={closeKeys} />}
      </Suspense>
    </div>
  )
}
