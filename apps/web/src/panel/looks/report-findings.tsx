// In: what the doctor found. Out: each in a sentence with what to do and the file it is about, the worst first.
import type { Finding } from '@psiona/shared'
import type { IconName } from '../../ui/icon'
import { Icon } from '../../ui/icon'
import { saidHere } from '../said-here'
import { findingGroups } from './finding-groups'

const MARK: Readonly<Record<Finding['level'], { readonly icon: IconName; readonly colour: string }>> = {
  broken: { icon: 'warn', colour: 'text-(--warnsign)' },
  lacking: { icon: 'off', colour: 'text-ink2' },
  mended: { icon: 'tick', colour: 'text-ok' },
  note: { icon: 'eye', colour: 'text-ink3' },
}

export function ReportFindings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0)
    return (
      <p className="flex items-start gap-2 text-ink2">
        <Icon name="tick" className="mt-px stroke-2 text-ok" />
        Nothing found. All files are where they should be.
      </p>
    )
  return (
    <div className="grid gap-4">
      {findingGroups(findings).map(({ level, title, means, findings: found }) => (
        <section key={level} aria-label={title} className="grid gap-2">
          <h3 className="flex flex-wrap items-baseline gap-x-2">
            <b className="font-[650]">
              {title} <span className="text-ink3">{found.length}</span>
            </b>
            <span className="text-sm text-ink3">{means}</span>
          </h3>
          <ul className="grid gap-2">
            {found.map((finding) => (
              <li key={`${finding.code} ${finding.file} ${finding.sentence}`} className="flex items-start gap-2">
                <Icon name={MARK[level].icon} className={`mt-px stroke-2 ${MARK[level].colour}`} />
                <p className="min-w-0 max-w-[70ch] [overflow-wrap:anywhere]">
                  {finding.sentence} {finding.remedy !== '' && <span className="text-ink2">{saidHere(finding.remedy)}</span>}
                  {finding.file !== '' && <span className="block font-mono text-xs text-ink3">{finding.file}</span>}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
