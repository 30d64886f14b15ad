// In: the page that shows. Out: the way to the others, down the left side.
import Link from 'next/link'
import { classNames } from '../lib/class-names'
import { Icon } from '../ui/icon'
import { PAGES, type Page } from './pages'
import type { ThemeChoice } from './use-theme'

const item = 'relative flex flex-col items-center gap-1 rounded-control pt-2 pb-1.5 text-xs/3.5'

export function Rail({ page, theme }: { page: Page; theme: ThemeChoice }) {
  return (
    <div className="row-span-2 flex min-h-0 flex-col overflow-y-auto px-1.5 pb-3 slim:hidden">
      <div className="grid h-12 flex-none place-items-center">
        <Icon name="psi" className="size-7.5 stroke-[2.4]" />
      </div>
      <nav aria-label="Pages" className="grid gap-0.5">
        {PAGES.map(({ href, label, icon }) => {
          const here = href === page.href
          return (
            <Link
              key={href}
              href={href}
              aria-current={here ? 'page' : undefined}
              className={classNames(
                item,
                here
                  ? 'bg-s2 font-semibold text-ink forced-colors:border before:absolute before:inset-y-3 before:-left-1.5 before:w-0.75 before:rounded-r-[3px] before:bg-ink'
                  : 'text-ink3 hover:text-ink',
              )}
            >
              <Icon name={icon} className="size-5.5" />
              {label}
            </Link>
          )
        })}
      </nav>
      <ThemeButton theme={theme} />
    </div>
  )
}

function ThemeButton({ theme }: { theme: ThemeChoice }) {
  const other = theme.shown === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      aria-label={`Switch to ${other}`}
      onClick={() => theme.choose(other)}
      className={classNames(item, 'mt-auto text-ink3 hover:text-ink', theme.shown === undefined && 'invisible')}
    >
      <Icon name={other === 'light' ? 'sun' : 'moon'} className="size-5.5" />
      {other === 'light' ? 'Light' : 'Dark'}
    </button>
  )
}
