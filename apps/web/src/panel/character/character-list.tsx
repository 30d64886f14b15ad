// In: the characters of the folder. Out: a choice of which to edit, and what can be done with each: on stream, copied, to the bin.
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { classNames } from '../../lib/class-names'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Tag } from '../../ui/tag'
import { Trouble } from '../../ui/trouble'
import { changeSettings } from '../change-settings'
import { freeId } from './free-id'
import type { Listed } from './use-character-list'

export interface CharacterListProps {
  readonly characters: readonly Listed[] | null
  readonly trouble: string | null
  readonly open: string
  readonly onOpen: (id: string) => void
  readonly onChanged: () => Promise<void>
}

export function CharacterList({ characters, trouble, open, onOpen, onChanged }: CharacterListProps) {
  const [refusal, setRefusal] = useState<string | null>(null)
  /** Whose move to the bin waits for a yes; another one opened meanwhile (hers is gone, or she came on stream) was not meant. */
  const [binning, setBinning] = useState<string | null>(null)
  const shown = characters?.find(({ id }) => id === open)

  const bringOn = async () => {
    const answer = await changeSettings({ character: open })
    setRefusal(answer.ok ? null : answer.problem.message)
    if (answer.ok) await onChanged()
  }
  const copy = async () => {
    const id = freeId(open, characters?.map((character) => character.id) ?? [])
    const original = await callApi('getCharacter', { params: { id: open } })
    const answer = original.ok ? await callApi('putCharacter', { params: { id }, body: { yaml: original.value.yaml } }) : original
    setRefusal(answer.ok ? null : answer.problem.message)
    if (!answer.ok) return
    await onChanged()
    onOpen(id)
  }
  const bin = async () => {
    setBinning(null)
    const answer = await callApi('deleteCharacter', { params: { id: open } })
    setRefusal(answer.ok ? null : answer.problem.message)
    if (answer.ok) await onChanged()
  }

  return (
    <Card aria-labelledby="characters">
      <CardHead id="characters" title="Characters" remark={characters ? String(characters.length) : undefined} />
      <ul className="grid content-start gap-0.5 overflow-y-auto px-2 rail:flex-1">
        {characters?.map(({ id, name, active }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === open ? 'true' : undefined}
              onClick={() => {
                onOpen(id)
                setBinning(null)
                setRefusal(null)
              }}
              className={classNames(
                'flex min-h-11 w-full items-center gap-2.5 rounded-control px-2 text-left',
                id === open ? 'bg-s2' : 'hover:bg-s2',
              )}
            >
              <span className="min-w-0 flex-1">
                <span className={classNames('block truncate', id === open ? 'font-[650]' : 'font-medium')}>{name}</span>
                <span className="block truncate text-xs text-ink3">{id}.yaml</span>
              </span>
              {active && <Tag look="on">on stream</Tag>}
            </button>
          </li>
        ))}
      </ul>
      <div className="grid flex-none gap-2 p-2.5">
        <Trouble>{refusal ?? trouble}</Trouble>
        {binning === open && shown?.active === false ? (
          <div className="grid gap-2 rounded-control border-2 border-edge p-2.5">
            <p className="text-sm">{open}.yaml moves to the bin folder beside the characters. You can put it back from there.</p>
            <div className="flex flex-wrap gap-2">
              <Button weight="primary" size="small" onClick={() => void bin()}>
                Move it
              </Button>
              <Button weight="outline" size="small" onClick={() => setBinning(null)}>
                Keep it
              </Button>
            </div>
          </div>
        ) : (
          shown && (
            <div className="flex flex-wrap gap-2">
              {!shown.active && (
                <Button weight="primary" size="small" className="basis-full" onClick={() => void bringOn()}>
                  Bring {shown.name} on stream
                </Button>
              )}
              <Button size="small" className="flex-1" onClick={() => void copy()}>
                <Icon name="twin" className="size-4" />
                Duplicate
              </Button>
              {!shown.active && (
                <Button size="small" className="flex-1" onClick={() => setBinning(open)}>
                  <Icon name="bin" className="size-4" />
                  To the bin
                </Button>
              )}
            </div>
          )
        )}
      </div>
    </Card>
  )
}
