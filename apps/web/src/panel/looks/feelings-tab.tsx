// In: the map of a model. Out: which expression shows a feeling, which motion plays at which moment, and where a touch is answered.
import { EMOTIONS, MOTION_CUES, type MotionCue } from '@psiona/shared'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { FEELING_WORDS } from '../voice/feeling-words'
import { CUE_WORDS } from './channel-words'
import { ChoiceLine } from './choice-line'
import type { SheetParts } from './sheet-parts'
import { withEntry } from './with-entry'

/** '' is a name for a group of motions; in a list it needs another. */
const NAMELESS = 'without a name'
const groupValue = (group: string | undefined): string => (group === undefined ? '' : group === '' ? NAMELESS : group)
const groupOf = (value: string): string => (value === NAMELESS ? '' : value)

export function FeelingsTab({ stage, desk, facts, edit }: SheetParts) {
  const { map } = desk.draft
  const { tried, attempt, play } = stage
  const expressions = facts.expressions.map((name) => ({ value: name, label: name }))
  const groups = Object.entries(facts.motionGroups).map(([group, count]) => ({
    value: groupValue(group),
    label: `${group === '' ? NAMELESS : group} (${count})`,
  }))
  const setMotion = (cue: MotionCue, value: string | null) =>
    edit((draft) => ({
      ...draft,
      map: { ...draft.map, motions: withEntry(draft.map.motions, cue, value === null ? null : groupOf(value)) },
    }))
  const mapped = Object.keys(map.motions).length
  return (
    <>
      <p className="max-w-[70ch] p-3.5 text-ink2">
        {expressions.length === 0
          ? 'This model has no expressions of its own. Her feelings show by the channels of the face.'
          : 'An expression of the model is blended in as strongly as she feels; the face goes on top.'}
      </p>
      <ul aria-label="Expressions">
        {EMOTIONS.map((name) => {
          const chosen = map.expressions[name] ?? ''
          const trying = chosen !== '' && tried.expression === chosen
          return (
            <ChoiceLine
              key={name}
              label={FEELING_WORDS[name]}
              says={`Expression for ${FEELING_WORDS[name]}`}
              value={chosen}
              none="no expression"
              choices={expressions}
              onChoose={(value) =>
                edit((draft) => ({ ...draft, map: { ...draft.map, expressions: withEntry(draft.map.expressions, name, value) } }))
              }
            >
              <Button
                size="small"
                aria-pressed={trying}
                disabled={chosen === ''}
                weight={trying ? 'primary' : 'plain'}
                className="min-w-16"
                onClick={() => attempt({ expression: trying ? null : chosen })}
              >
                {trying ? 'End' : 'Try'}
                <span className="sr-only"> {FEELING_WORDS[name]}</span>
              </Button>
            </ChoiceLine>
          )
        })}
      </ul>
      <More
        title="Motions"
        remark={groups.length === 0 ? 'the model has none' : `${mapped} of ${MOTION_CUES.length} moments`}
        flush
      >
        <ul aria-label="Motions">
          {MOTION_CUES.map((cue) => (
            <ChoiceLine
              key={cue}
              label={CUE_WORDS[cue]}
              says={`Motion when: ${CUE_WORDS[cue]}`}
              value={groupValue(map.motions[cue])}
              none="no motion"
              choices={groups}
              onChoose={(value) => setMotion(cue, value)}
            >
              <Button
                size="small"
                disabled={map.motions[cue] === undefined}
                className="min-w-16"
                onClick={() => play(map.motions[cue] ?? '')}
              >
                <Icon name="play" className="size-3.5 fill-current" />
                Play<span className="sr-only"> {CUE_WORDS[cue]}</span>
              </Button>
            </ChoiceLine>
          ))}
        </ul>
      </More>
      {facts.hitAreas.length > 0 && (
        <More title="Touch" remark={`${facts.hitAreas.length} places`} flush>
          <ul aria-label="Touch">
            {facts.hitAreas.map((area) => (
              <ChoiceLine
                key={area}
                label={area}
                says={`Motion when touched at ${area}`}
                value={groupValue(map.taps[area])}
                none="as for any touch"
                choices={groups}
                onChoose={(value) =>
                  edit((draft) => ({
                    ...draft,
                    map: { ...draft.map, taps: withEntry(draft.map.taps, area, value === null ? null : groupOf(value)) },
                  }))
                }
              >
                <Button
                  size="small"
                  disabled={map.taps[area] === undefined}
                  className="min-w-16"
                  onClick={() => play(map.taps[area] ?? '')}
                >
                  <Icon name="play" className="size-3.5 fill-current" />
                  Play<span className="sr-only"> {area}</span>
                </Button>
              </ChoiceLine>
            ))}
          </ul>
        </More>
      )}
    </>
  )
}
