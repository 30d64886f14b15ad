// In: how she looks now. Out: why, what else she could wear, and the ways to put it on and take it off again.
import type { LookChange, LookState } from '@psiona/shared'
import Link from 'next/link'
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { saidHere } from '../said-here'
import { AS_FILED, undoOf } from './look-undo'
import { VARIANT_EXAMPLE } from './variant-example'
import { WearRow } from './wear-row'

export interface WearsCardProps {
  readonly look: LookState | null
  readonly trouble: string | null
  readonly onLook: (look: LookState) => void
  readonly name: string
}

export function WearsCard({ look, trouble, onLook, name }: WearsCardProps) {
  const [refused, setRefused] = useState<string | null>(null)
  const [back, setBack] = useState<LookChange | null>(null)
  const change = async (wanted: LookChange, undo: LookChange | null) => {
    const answer = await callApi('putLook', { body: wanted })
    setRefused(answer.ok ? null : answer.problem.message)
    if (!answer.ok) return
    onLook(answer.value)
    setBack(undo)
  }
  const put = (wanted: LookChange) => void change(wanted, look ? undoOf(look, wanted) : null)
  const worn = look?.variants.find((variant) => variant.worn)
  return (
    <Card aria-labelledby="wears-title">
      <CardHead id="wears-title" title={`What ${name} wears`} remark="until Psiona ends" className="flex-wrap">
        {back && (
          <Button size="small" onClick={() => void change(back, null)}>
            <Icon name="undo" className="size-4" />
            Undo
          </Button>
        )}
        <Button size="small" weight="outline" onClick={() => put(AS_FILED)}>
          Back to what the file says
        </Button>
      </CardHead>
      <Trouble className="px-3.5 pb-3">{saidHere(trouble ?? refused ?? '')}</Trouble>
      {look && (
        <>
          <p role="status" className="px-3.5 pb-3 text-ink2">
            {worn ? (
              <>
                <b className="font-[650] text-ink">{worn.title}</b>
                {worn.why !== '' && `: ${worn.why}`}.
              </>
            ) : (
              'Her usual look.'
            )}
          </p>
          {look.variants.length > 0 && (
            <section aria-labelledby="variants-title">
              <h3 id="variants-title" className="border-t border-line px-3.5 pt-3.5 pb-2 font-semibold">
                Variants
              </h3>
              <ul>
                {look.variants.map(({ id, title, worn: on, why }) => (
                  <WearRow key={id} title={title} detail={why} worn={on} onWear={() => put({ variant: id })} />
                ))}
              </ul>
            </section>
          )}
          {look.outfits.length > 1 && (
            <section aria-labelledby="outfits-title">
              <h3 id="outfits-title" className="border-t border-line px-3.5 pt-3.5 pb-2 font-semibold">
                Outfits
              </h3>
              <ul>
                {look.outfits.map(({ id, title, worn: on }) => (
                  <WearRow key={id} title={title} worn={on} onWear={() => put({ outfit: id })} />
                ))}
              </ul>
            </section>
          )}
          {look.accessories.length > 0 && (
            <fieldset className="grid gap-1 border-t border-line px-3.5 pt-3.5 pb-3.5">
              <legend className="float-left w-full pb-1 font-semibold">Accessories</legend>
              {look.accessories.map(({ id, title, on }) => (
                <Switch key={id} label={title} checked={on} onChange={(next) => put({ accessories: { [id]: next } })} />
              ))}
            </fieldset>
          )}
        </>
      )}
      <More title="Other looks by time, mood, closeness or chat">
        <div className="grid gap-2.5">
          <p className="max-w-[70ch] text-ink2">
            Variants stand in her file. The first whose conditions hold is worn; a chat command puts one on for some minutes.
          </p>
          <pre className="overflow-x-auto rounded-control bg-s2 p-3 font-mono text-sm">{VARIANT_EXAMPLE}</pre>
          <div>
            <Button asChild>
              <Link href="/character">
                <Icon name="character" />
                Write one on the Character page
              </Link>
            </Button>
          </div>
        </div>
      </More>
    </Card>
  )
}
