// In: how her parts are. Out: a row each: what runs, or what is wrong and what to do.
import type { PartHealth } from '@psiona/shared'
import Link from 'next/link'
import { classNames } from '../../lib/class-names'
import { sentenceStart } from '../../lib/sentence-start'
import { Button } from '../../ui/button'
import { Icon, type IconName } from '../../ui/icon'
import { Tag } from '../../ui/tag'
import { CURE, foldHealth, worthNaming } from '../health-fold'
import { usePanel } from '../panel-store'
import { PART_NAME } from './part-name'

const ICON: Record<PartHealth['state'], IconName> = { ok: 'tick', off: 'off', trouble: 'warn' }
const ICON_COLOUR: Record<PartHealth['state'], string> = { ok: 'text-ok', off: 'text-ink3', trouble: 'text-(--warnsign)' }
const WORD: Record<PartHealth['state'], string> = { ok: 'fine', off: 'off', trouble: 'to fix' }

/** `brief`: beside other things, where there is no room for remedies and buttons. */
export function PartRows({ brief = false }: { brief?: boolean }) {
  const reported = usePanel((state) => state.health)
  const { parts } = foldHealth(brief ? reported.filter(worthNaming) : reported)
  return (
    <ul className={brief ? 'px-3.5 pb-2' : 'px-4'}>
      {parts.map(({ part, state, detail, remedy }) => {
        const { href, label } = CURE[part]
        return (
          <li
            key={part}
            id={brief ? undefined : part}
            className={classNames(
              'flex scroll-mt-3 items-start gap-3 border-t border-line',
              brief ? 'py-2' : 'py-3',
              brief && 'first:border-0',
            )}
          >
            <Icon name={ICON[state]} className={classNames('mt-px stroke-2', ICON_COLOUR[state])} />
            <h3 className={classNames('flex-none font-[650]', brief ? 'w-20' : 'w-26')}>{PART_NAME[part]}</h3>
            <div className="min-w-0 flex-1">
              <p className={classNames('[overflow-wrap:anywhere]', state === 'off' && 'text-ink2')}>{sentenceStart(detail)}</p>
              {!brief && remedy && <p className="mt-0.5 max-w-[70ch] text-ink2">{remedy}</p>}
              {!brief && state !== 'ok' && href !== '/health' && (
                <Button asChild weight={state === 'trouble' ? 'primary' : 'outline'} size="small" className="mt-2">
                  <Link href={`${href}#${part}`}>
                    {label}
                    <span className="sr-only"> {PART_NAME[part]}</span>
                  </Link>
                </Button>
              )}
            </div>
            {state === 'trouble' ? (
              <Tag look="warn">{WORD[state]}</Tag>
            ) : (
              <span className="text-sm text-ink3">{WORD[state]}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
