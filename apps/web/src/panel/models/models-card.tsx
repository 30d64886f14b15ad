// In: the catalogue and what of it is on this disk. Out: the models for ears, or for her voice, each with what may be done with it.
import type { ModelInfo } from '@psiona/shared'
import { useEffect, useMemo, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { counted } from '../../lib/figure-text'
import { sizeText } from '../../lib/size-text'
import { Card, CardHead } from '../../ui/card'
import { More } from '../../ui/more'
import { Trouble } from '../../ui/trouble'
import { dispatch, usePanel } from '../panel-store'
import { ModelRow } from './model-row'
import { type ModelsFor, recommendedModel, worthShowing } from './models-for'

const EMPTY: Record<ModelsFor, string> = {
  ears: 'The list of models is empty. Psiona hears by a server or a program then.',
  voice: 'The list of models has no voice. She speaks by herself, or by a server.',
}

export function ModelsCard({ of }: { of: ModelsFor }) {
  const all = usePanel((state) => state.models)
  const models = useMemo(() => all.filter(({ job }) => (job === 'speech') === (of === 'voice')), [all, of])
  const language = usePanel((state) => state.settings.hearing.language)
  const installed = models.filter(({ state }) => state === 'installed').length
  const [freeBytes, setFreeBytes] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  // A model that came or went changed what is free.
  // biome-ignore lint/correctness/useExhaustiveDependencies: installed is the trigger
  useEffect(() => {
    let left = false
    void callApi('listModels').then((answer) => {
      if (left) return
      setTrouble(answer.ok ? null : answer.problem.message)
      if (!answer.ok) return
      setFreeBytes(answer.value.freeBytes)
      dispatch({ type: 'models', data: answer.value.models })
    })
    return () => {
      left = true
    }
  }, [installed])
  // Chosen once for each language: a row that is fetched stays where it was pressed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said above
  const first = useMemo(() => worthShowing(of, models, language), [language])
  const others = models.filter(({ id }) => !first.has(id))
  const suggested = recommendedModel(of, models, language)?.id
  return (
    <Card aria-labelledby="models-title" id="models" className="scroll-mt-3">
      <CardHead
        id="models-title"
        title="Models"
        remark={freeBytes === null ? undefined : `${sizeText(freeBytes)} free on this disk`}
      />
      <p className="max-w-[70ch] px-3.5 pb-3 text-ink2">
        Fetched once from where they were published, checked, and then used without a connection.
      </p>
      <Trouble className="px-3.5 pb-3">{trouble}</Trouble>
      {models.length === 0 ? (
        <p className="border-t border-line px-3.5 py-3 text-ink2">{EMPTY[of]}</p>
      ) : (
        <>
          <Rows models={models.filter(({ id }) => first.has(id))} suggested={suggested} />
          {others.length > 0 && (
            <More title={counted(others.length, 'more model')} flush>
              <Rows models={others} suggested={suggested} />
            </More>
          )}
        </>
      )}
    </Card>
  )
}

const Rows = ({ models, suggested }: { models: readonly ModelInfo[]; suggested: string | undefined }) => (
  <ul>
    {models.map((model) => (
      <ModelRow key={model.id} model={model} suggested={model.id === suggested} />
    ))}
  </ul>
)
