// In: no recogniser. Out: that, big and clear, with the one button that cures it; nothing when she understands words, or is not to.
import { sizeText } from '../../lib/size-text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Progress } from '../../ui/progress'
import { Trouble } from '../../ui/trouble'
import { fetchedShare, fetchWords } from '../models/fetch-words'
import { recommendedModel } from '../models/models-for'
import { useModelOrders } from '../models/use-model-orders'
import { usePanel } from '../panel-store'

export function EarsRemedy() {
  const deaf = usePanel((state) => state.health.some(({ part, state: how }) => part === 'ears' && how !== 'ok'))
  const { recogniser, language } = usePanel((state) => state.settings.hearing)
  const models = usePanel((state) => state.models)
  const name = usePanel((state) => state.character.name)
  const model = recommendedModel('ears', models, language)
  const orders = useModelOrders({ id: model?.id ?? '' })
  // Another choice has its own remedy, beside it.
  if (!deaf || recogniser.kind !== 'auto' || model?.state === 'installed') return null
  return (
    <Card aria-labelledby="remedy" className="mb-3 max-w-300 border-2 border-edge">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 p-4">
        <div className="min-w-0 flex-1 basis-80">
          <h2 id="remedy" className="text-lg font-[650]">
            {model?.state === 'pulling' ? `Fetching the ears, ${fetchWords(model)}` : `${name} understands no words yet`}
          </h2>
          <p className="mt-1 max-w-[70ch] text-ink2">
            {model?.state === 'pulling'
              ? 'You can type to her meanwhile.'
              : model
                ? `She notices that you speak, and needs a model to know what you say. ${model.title} is the one to begin with. It runs on this computer.`
                : `No model of the list knows ${language}. Choose another language below, or name a server or a program of your own.`}
          </p>
          {model && model.state !== 'pulling' && (
            <p className="mt-1.5 text-sm text-ink2">
              Licence {model.licence.name}
              {model.monetised === 'yes' && ', also for streams that earn money'}
              {model.monetised === 'check' && '; check it before a stream that earns money'}
              {model.monetised === 'no' && '; not for streams that earn money'}.
            </p>
          )}
        </div>
        {model &&
          (model.state === 'pulling' ? (
            <Button disabled={orders.busy !== null} onClick={() => void orders.give('pauseModel')}>
              <Icon name="pause" />
              Pause
            </Button>
          ) : (
            <Button
              weight="primary"
              disabled={orders.busy !== null}
              onClick={() => void orders.give('pullModel')}
              className="min-h-11 px-5 text-md"
            >
              <Icon name="fetch" />
              {model.state === 'partial' ? 'Go on fetching' : 'Fetch the ears'}
              {model.bytes > 0 && `, ${sizeText(model.bytes - (model.state === 'partial' ? model.receivedBytes : 0))}`}
            </Button>
          ))}
      </div>
      {model?.state === 'pulling' && (
        <div className="px-4 pb-4">
          <Progress label="Fetched of the ears" share={fetchedShare(model)} />
        </div>
      )}
      <Trouble className="px-4 pb-4">{orders.trouble ?? model?.problem ?? null}</Trouble>
    </Card>
  )
}
