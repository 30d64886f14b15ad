// In: the page that shows, on a narrow screen. Out: all pages and the theme in a sheet at the bottom, under the thumb.
import Link from 'next/link'
import { classNames } from '../lib/class-names'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Icon } from '../ui/icon'
import { PAGES, type Page } from './pages'
import type { ThemeChoice } from './use-theme'

export interface PageSheetProps {
  readonly page: Page
  readonly theme: ThemeChoice
  readonly onClose: () => void
  readonly onPalette: () => void
}

export function PageSheet({ page, theme, onClose, onPalette }: PageSheetProps) {
  const other = theme.shown === 'dark' ? 'light' : 'dark'
  return (
    <Dialog title="Pages" onClose={onClose}>
      <nav aria-label="Pages" className="grid gap-1 overflow-y-auto px-2.5 py-1">
        {PAGES.map(({ href, label, icon }) => (
          <Link
            key={href}
            href={href}
            onClick={onClose}
            aria-current={href === page.href ? 'page' : undefined}
            className={classNames(
              'flex min-h-12 items-center gap-3 rounded-control px-3 text-md',
              href === page.href ? 'bg-s2 font-semibold text-ink' : 'text-ink2',
            )}
          >
            <Icon name={icon} className="size-5.5" />
            {label}
          </Link>
        ))}
      </nav>
      <div className="flex gap-2 border-t border-line p-2.5">
        <Button className="flex-1" onClick={() => theme.choose(other)}>
          <Icon name={other === 'light' ? 'sun' : 'moon'} />
          {other === 'light' ? 'Light' : 'Dark'}
        </Button>
        <Button
          className="flex-1"
          onClick={() => {
            onClose()
            onPalette()
          }}
        >
          <Icon name="search" />
          All actions
        </Button>
      </div>
    </Dialog>
  )
}
