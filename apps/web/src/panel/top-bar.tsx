// In: the page that shows. Out: its title, where she is on air, how her parts are, and the way to all actions.
import { useState } from 'react'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { Tag } from '../ui/tag'
import { HealthStrip } from './health-strip'
import { LinkNotice } from './link-notice'
import { PageSheet } from './page-sheet'
import type { Page } from './pages'
import { usePanel } from './panel-store'
import { useDock } from './use-dock'
import type { ThemeChoice } from './use-theme'

export function TopBar({ page, theme, onPalette }: { page: Page; theme: ThemeChoice; onPalette: () => void }) {
  const link = usePanel((state) => state.link)
  const inObs = usePanel((state) => state.sounding === 'obs')
  const dock = useDock()
  const [sheet, setSheet] = useState(false)
  return (
    <header className="flex min-w-0 items-center gap-3 pr-4 pl-2 slim:px-3.5">
      <h1 className="flex-none text-[1.125rem]/6 font-[650] slim:text-md">
        {dock ? (
          page.label
        ) : (
          <>
            <span className="slim:hidden">{page.label}</span>
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setSheet(true)}
              className="-ml-1 flex min-h-11 items-center gap-2 rounded-control px-1 font-semibold rail:hidden"
            >
              <Icon name="psi" className="stroke-[2.4]" />
              {page.label}
              <Icon name="down" className="size-3.5 stroke-2" />
              <span className="sr-only">, all pages</span>
            </button>
          </>
        )}
      </h1>
      {inObs && link === 'live' && (
        <Tag look="on" className="flex-none text-sm/4.5 max-[23rem]:hidden">
          In OBS
        </Tag>
      )}
      <div className="ml-auto flex min-w-0 items-center justify-end gap-2">
        {link === 'live' ? <HealthStrip /> : <LinkNotice />}
        <button
          type="button"
          onClick={onPalette}
          className="flex min-h-9 flex-none items-center gap-2 rounded-control border border-line bg-s1 px-2 pl-2.5 text-ink3 hover:border-edge slim:hidden"
        >
          <Icon name="search" className="size-3.5 stroke-2" />
          <span className="sr-only">All actions</span>
          <Kbd>Ctrl K</Kbd>
        </button>
      </div>
      {sheet && <PageSheet page={page} theme={theme} onClose={() => setSheet(false)} onPalette={onPalette} />}
    </header>
  )
}
