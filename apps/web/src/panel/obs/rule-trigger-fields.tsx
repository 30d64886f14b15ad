// In: what sets a rule off. Out: another thing that does.
import { EMOTIONS, EmotionName, type RuleTrigger, STREAM_EVENTS, StreamEvent } from '@psiona/shared'
import { strengthText } from '../../lib/figure-text'
import { sentenceStart } from '../../lib/sentence-start'
import { Slider } from '../../ui/slider'
import { eventWord } from '../events/event-words'
import { FigureField } from '../looks/figure-field'
import { SelectField } from '../voice/select-field'
import { blankTrigger } from './rule-draft'
import { EMOTION_WORD } from './rule-words'

const KIND_WORD: Readonly<Record<RuleTrigger['on'], string>> = {
  event: 'Something happens on stream',
  emotion: 'She feels something',
  speaking: 'She speaks',
  panic: 'Panic is pressed',
}
const KINDS: readonly RuleTrigger['on'][] = ['event', 'emotion', 'speaking', 'panic']
const MOST = 1_000_000

export function RuleTriggerFields({ when, onWhen }: { when: RuleTrigger; onWhen: (when: RuleTrigger) => void }) {
  const counts = when.on === 'event' ? eventWord(when.event).counts : undefined
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">When</legend>
      <div className="grid gap-3 min-[30rem]:grid-cols-2">
        <SelectField
          label="When"
          value={when.on}
          onChange={({ target }) => {
            const kind = KINDS.find((one) => one === target.value)
            if (kind) onWhen(blankTrigger(kind))
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORD[kind]}
            </option>
          ))}
        </SelectField>
        {when.on === 'event' && (
          <SelectField
            label="Which"
            value={when.event}
            onChange={({ target }) => onWhen({ on: 'event', event: StreamEvent.parse(target.value), atLeast: 0 })}
          >
            {STREAM_EVENTS.map((event) => (
              <option key={event} value={event}>
                {eventWord(event).name}
              </option>
            ))}
          </SelectField>
        )}
        {when.on === 'emotion' && (
          <SelectField
            label="What"
            value={when.emotion}
            onChange={({ target }) => onWhen({ ...when, emotion: EmotionName.parse(target.value) })}
          >
            {EMOTIONS.map((emotion) => (
              <option key={emotion} value={emotion}>
                {sentenceStart(EMOTION_WORD[emotion])}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {when.on === 'emotion' && (
        <Slider
          label="From a strength of"
          value={when.atLeast}
          min={0.1}
          max={1}
          step={0.1}
          text={strengthText}
          onCommit={(atLeast) => onWhen({ ...when, atLeast })}
        />
      )}
      {when.on === 'event' && counts && (
        <div className="flex flex-wrap items-center gap-2">
          <span>At least</span>
          <FigureField
            label={`At least, ${counts.many}`}
            value={when.atLeast}
            min={0}
            max={MOST}
            unit={counts.many}
            onType={(atLeast) => onWhen({ ...when, atLeast })}
          />
          <span className="text-sm text-ink2">0 is any.</span>
        </div>
      )}
    </fieldset>
  )
}
