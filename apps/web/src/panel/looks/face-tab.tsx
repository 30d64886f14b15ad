// In: the map of a model. Out: for each channel of the face the parameter it moves, and what kind of mouth the model has.
import { type AvatarMap, MouthKind } from '@psiona/shared'
import { Button } from '../../ui/button'
import { More } from '../../ui/more'
import { SelectField } from '../voice/select-field'
import { MOUTH_WORDS } from './channel-words'
import { LinkRow } from './link-row'
import { asSuggested, type MappingRow, mappingGroups, movedCount, withRow } from './mapping-rows'
import type { SheetParts } from './sheet-parts'

export function FaceTab({ stage, desk, facts, suggested, edit }: SheetParts) {
  const { map } = desk.draft
  const groups = mappingGroups(map.links, suggested.map.links, facts.parameters)
  const editMap = (next: (map: AvatarMap) => AvatarMap) => edit((draft) => ({ ...draft, map: next(draft.map) }))
  const others = groups.flatMap(({ rows }) => rows).filter((row) => row.suggestion !== null && !asSuggested(row)).length
  const rowKey = (row: MappingRow) => `${row.channel} ${row.at ?? 'free'}`
  return (
    <>
      <div className="flex flex-wrap items-end gap-3 p-3.5">
        <SelectField
          label="Mouth"
          className="flex-1 basis-56"
          value={map.mouth}
          onChange={({ target }) => editMap((before) => ({ ...before, mouth: MouthKind.parse(target.value) }))}
        >
          {MouthKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {MOUTH_WORDS[kind]}
              {kind === suggested.map.mouth ? ' (suggested)' : ''}
            </option>
          ))}
        </SelectField>
        <Button
          disabled={others === 0 && map.links.length === suggested.map.links.length && map.mouth === suggested.map.mouth}
          onClick={() => editMap((before) => ({ ...before, links: suggested.map.links, mouth: suggested.map.mouth }))}
        >
          Use all suggestions
        </Button>
      </div>
      {facts.parameters.length === 0 && (
        <p className="max-w-[70ch] px-3.5 pb-3 text-ink2">
          This model says nothing of its parameters. Its own puppet follows the face by itself and needs no mapping.
        </p>
      )}
      {groups.map(({ id, title, rows }) => (
        <More key={id} title={title} remark={`${movedCount(rows)} of ${rows.length} move something`} open={id === 'mouth'} flush>
          <ul aria-label={title}>
            {rows.map((row) => (
              <LinkRow
                key={rowKey(row)}
                row={row}
                parameters={facts.parameters}
                onChange={(link) => editMap((before) => withRow(before, row, link))}
                onAdd={(link) => editMap((before) => withRow(before, { at: null }, link))}
                onTest={(values) => stage.attempt({ test: values })}
              />
            ))}
          </ul>
        </More>
      ))}
    </>
  )
}
