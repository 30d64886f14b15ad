// Out: how she looks: her, large, to try on; the models that are there and more of them; what she wears; what draws her.
'use client'
import { useEffect, useMemo, useState } from 'react'
import { useObserved } from '../../lib/observable'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { AddModelCard } from './add-model-card'
import { AvatarsCard } from './avatars-card'
import { usualValues } from './clothes'
import { CoreCard } from './core-card'
import { SheetCard } from './sheet-card'
import type { SheetDesk } from './sheet-desk'
import { openModelId, sheetDesks, unsavedIds } from './sheet-desks'
import { type Side, StageCard } from './stage-card'
import { useAvatarOrders } from './use-avatar-orders'
import { useAvatars } from './use-avatars'
import { useCore } from './use-core'
import { useDropGuard } from './use-drop-guard'
import { useLook } from './use-look'
import { useModelImport } from './use-model-import'
import { useOpenModel } from './use-open-model'
import { useStage } from './use-stage'
import { WearsCard } from './wears-card'

const NO_DESKS: ReadonlyMap<string, SheetDesk> = new Map()

export function LooksPage() {
  const known = usePanel((state) => state.known)
  return known ? <Wardrobe /> : null
}

function Wardrobe() {
  useDropGuard()
  const onStream = usePanel((state) => state.character)
  const { look, trouble: lookTrouble, setLook } = useLook()
  const { core, trouble: coreTrouble } = useCore()
  const avatars = useAvatars()
  const orders = useAvatarOrders(avatars.renew)
  const opened = useOpenModel()
  const stage = useStage()
  const unsaved = unsavedIds(useObserved(sheetDesks, NO_DESKS))
  const [side, setSide] = useState<Side>('tried')
  const { model } = opened
  const { clear } = stage
  /** A model was chosen while this page showed. */
  const [asked, setAsked] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another model is the trigger
  useEffect(() => {
    clear()
    setSide('tried')
  }, [opened.id, clear])
  const open = (id: string | null) => {
    setAsked(true)
    openModelId.set(id)
  }
  const bringing = useModelImport((report) => {
    void avatars.renew()
    if (report.usable) open(report.id)
  })
  const draft = model?.desk.draft
  const base = model?.known.scene
  const tried = useMemo(
    () => (draft && base ? { title: draft.title, scene: { ...base, map: draft.map, parameters: usualValues(draft) } } : null),
    [draft, base],
  )
  const card = avatars.there?.models.find(({ id }) => id === opened.id)
  const name = onStream.name
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 strip:grid-cols-[minmax(25rem,2fr)_minmax(0,3fr)] vast:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <StageCard stage={stage} name={name} worn={look?.scene ?? null} tried={tried} side={side} onSide={setSide} core={core} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 vast:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <Trouble>{opened.trouble}</Trouble>
          {model && (
            <SheetCard
              key={model.id}
              model={model}
              stage={stage}
              worn={card?.worn ?? false}
              busy={orders.busy}
              asked={asked}
              onWear={() => card && void orders.wear(card)}
              onClose={() => openModelId.set(null)}
            />
          )}
          <AvatarsCard avatars={avatars} orders={orders} openId={opened.id} unsaved={unsaved} onOpen={open} />
          <AddModelCard bringing={bringing} name={name} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <WearsCard look={look} trouble={lookTrouble} onLook={setLook} name={name} />
          <CoreCard core={core} trouble={coreTrouble} />
        </div>
      </div>
    </div>
  )
}
