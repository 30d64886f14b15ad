// In: the catalogue and what of it is on this disk. Out: each model with what may be done with it.
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
import { modelsWorthShowing, recommendedModel } from './recogniser-choice'

export function ModelsCard() {
  const models = usePanel((state) => state.models)
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
  const first = useMemo(() => modelsWorthShowing(models, language), [language])
  const others = models.filter(({ id }) => !first.has(id))
  const suggested = recommendedModel(models, language)?.id
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
        <p className="border-t border-line px-3.5 py-3 text-ink2">
          The list of models is empty. Psiona hears by a server or a program then.
        </p>
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
