// In: rules that fit what OBS has. Out: each as a sentence, to take as it is or with changes.
import type { ObsRule } from '@psiona/shared'
import { Button } from '../../ui/button'
import { ruleSentence } from './rule-words'

export interface RuleSuggestionListProps {
  readonly suggestions: readonly Omit<ObsRule, 'id'>[]
  readonly onTake: (rule: Omit<ObsRule, 'id'>) => void
  readonly onEdit: (rule: Omit<ObsRule, 'id'>) => void
}

export const RuleSuggestionList = ({ suggestions, onTake, onEdit }: RuleSuggestionListProps) => (
  <ul aria-label="Suggested rules">
    {suggestions.map((rule) => (
      <li key={rule.title} className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-3.5 py-2.5">
        <div className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
          <h4 className="font-[650]">{rule.title}</h4>
          <p className="text-sm text-ink2">{ruleSentence(rule)}</p>
        </div>
        <Button size="small" onClick={() => onTake(rule)}>
          Take it<span className="sr-only">: {rule.title}</span>
        </Button>
        <Button size="small" weight="quiet" onClick={() => onEdit(rule)}>
          Change first<span className="sr-only">: {rule.title}</span>
        </Button>
      </li>
    ))}
  </ul>
)
