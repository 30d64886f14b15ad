// In: one model. Out: what it is for, what it weighs, what its licence allows, how it is here, and what may be done with it.
import type { ModelInfo } from '@psiona/shared'
import { sizeText } from '../../lib/size-text'
import { Icon, type IconName } from '../../ui/icon'
import { Progress } from '../../ui/progress'
import { Tag } from '../../ui/tag'
import { Trouble } from '../../ui/trouble'
import { saidHere } from '../said-here'
import { fetchedShare, fetchWords } from './fetch-words'
import { languageWords } from './language-words'
import { ModelButtons } from './model-buttons'
import { useModelOrders } from './use-model-orders'

const JOB: Record<ModelInfo['job'], string> = {
  streaming: 'hears while you speak',
  offline: 'hears when you have finished',
  speaker: 'tells voices apart',
  speech: 'speaks',
}
const EARNS: Record<ModelInfo['monetised'], { readonly word: string; readonly icon: IconName; readonly colour: string }> = {
  yes: { word: 'yes', icon: 'tick', colour: 'text-ok' },
  no: { word: 'no', icon: 'close', colour: 'text-ink' },
  check: { word: 'check the licence', icon: 'warn', colour: 'text-(--warnsign)' },
}

/** `suggested`: the one to begin with. */
export function ModelRow({ model, suggested }: { model: ModelInfo; suggested: boolean }) {
  const orders = useModelOrders(model)
  const { state } = model
  const trouble = orders.trouble ?? model.problem
  const earns = EARNS[model.monetised]
  return (
    <li className="grid gap-2 border-t border-line px-3.5 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="flex flex-wrap items-center gap-x-2 font-[650]">
            {model.title}
            {state === 'installed' && (
              <Tag>
                <Icon name="tick" className="text-ok" />
                here
              </Tag>
            )}
            {state === 'damaged' && (
              <Tag look="warn">
                <Icon name="warn" />
                damaged
              </Tag>
            )}
          </h3>
          <p className="text-sm text-ink2">
            {languageWords(model.languages)} · {JOB[model.job]} · {model.bytes > 0 ? sizeText(model.bytes) : 'size not published'}
          </p>
        </div>
        <ModelButtons model={model} orders={orders} suggested={suggested} />
      </div>
      <p className="max-w-[70ch] text-ink2">{model.note}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink2">
        <span>
          Licence{' '}
          <a
            href={model.licence.url}
            title={model.licence.url}
            target="_blank"
            rel="noreferrer"
            className="underline underline-offset-2 hover:text-ink"
          >
            {model.licence.name}
          </a>
        </span>
        <span className="flex items-center gap-1">
          Stream that earns money:
          <Icon name={earns.icon} className={`size-3.5 stroke-2 ${earns.colour}`} />
          <b className="font-[650] text-ink">{earns.word}</b>
        </span>
      </p>
      {(state === 'pulling' || state === 'partial') && (
        <div className="grid gap-1">
          <Progress label={`Fetched of ${model.title}`} share={fetchedShare(model)} />
          <p className="text-sm text-ink2">
            {fetchWords(model)}
            {state === 'partial' && ' · paused, goes on from here'}
          </p>
        </div>
      )}
      <Trouble>{trouble && saidHere(trouble)}</Trouble>
    </li>
  )
}
