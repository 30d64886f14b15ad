// In: what a model consists of. Out: it in figures.
import type { ModelFacts } from '@psiona/shared'
import { counted } from '../../lib/figure-text'
import { sizeText } from '../../lib/size-text'
import { formatText } from './finding-groups'

/** More are counted. */
const NAMED = 6
const listText = (names: readonly string[]): string =>
  names.length === 0
    ? 'none'
    : `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}`

export function ReportFacts({ facts }: { facts: ModelFacts }) {
  const groups = Object.entries(facts.motionGroups).map(([group, count]) => `${group || 'without a name'} (${count})`)
  const rows: readonly (readonly [string, string])[] = [
    ['Made with', formatText(facts.mocFormat)],
    ['Parameters', String(facts.parameters.length)],
    ['Expressions', listText(facts.expressions)],
    ['Motions', listText(groups)],
    ['Touched at', listText(facts.hitAreas)],
    ['Physics', facts.hasPhysics ? 'yes' : 'none'],
    ['Textures', listText(facts.textures.map(({ width, height }) => `${width} × ${height}`))],
    ['Files', `${counted(facts.files, 'file')}, ${sizeText(facts.bytes)}`],
  ]
  return (
    <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
      {rows.map(([label, text]) => (
        <div key={label} className="contents">
          <dt className="text-ink3">{label}</dt>
          <dd className="[overflow-wrap:anywhere]">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
