// In: a text as somebody tries it. Out: whether she would say it, why not, and where.
import type { PolicyName, SafetySettings, Verdict } from '@psiona/shared'
import { useId, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { fieldLook } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Segmented } from '../../ui/segmented'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { useOrder } from '../use-order'
import { markedText } from './marked-span'
import { isLearned, OFFENCE_WORDS } from './offence-words'
import { POLICIES } from './policy-words'

/** 'auto': by the rules that hold now. */
const CHOICES = POLICIES.map(({ policy, title }) => ({ value: policy, label: policy === 'auto' ? 'As now' : title }))
const MOST_LETTERS = 4096

interface Tried {
  readonly text: string
  readonly verdict: Verdict
  /** By other rules than these it may be another. */
  readonly rules: SafetySettings
}

export function TryCard() {
  const id = useId()
  const [text, setText] = useState('')
  const [policy, setPolicy] = useState<PolicyName>('auto')
  const rules = usePanel((state) => state.settings.safety)
  const [tried, setTried] = useState<Tried | null>(null)
  const { busy, trouble, run } = useOrder()
  const attempt = async () => {
    const verdict = await run(() => callApi('tryFilter', { body: { text, ...(policy === 'auto' ? {} : { policy }) } }))
    setTried(verdict && { text, verdict, rules })
  }
  return (
    <Card aria-labelledby="try">
      <CardHead id="try" title="Would she say this?" remark="nothing is said or kept" />
      <form
        className="grid gap-3 px-3.5 pb-3.5"
        onSubmit={(event) => {
          event.preventDefault()
          void attempt()
        }}
      >
        <label htmlFor={id} className="sr-only">
          A text to try
        </label>
        <textarea
          id={id}
          rows={2}
          maxLength={MOST_LETTERS}
          spellCheck={false}
          placeholder="Any words, in any spelling"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setTried(null)
          }}
          className={`${fieldLook} field-sizing-content max-h-40 min-h-16 resize-none py-2`}
        />
        <Segmented
          label="By which rules"
          value={policy}
          choices={CHOICES}
          onChoose={(next) => {
            setPolicy(next)
            setTried(null)
          }}
          className="slim:grid slim:grid-cols-3"
        />
        <div>
          <Button type="submit" weight="primary" disabled={busy || text.trim() === ''}>
            Try it
          </Button>
        </div>
        <Trouble>{trouble}</Trouble>
        <div role="status">{tried && tried.rules === rules && <Outcome {...tried} />}</div>
      </form>
    </Card>
  )
}

function Outcome({ text, verdict: { allowed, offence, rule, span } }: Pick<Tried, 'text' | 'verdict'>) {
  if (allowed)
    return (
      <p className="flex gap-2 font-[650]">
        <Icon name="tick" className="mt-px stroke-2 text-ok" />
        She says it.
      </p>
    )
  const { before, marked, after } = markedText(text, span)
  return (
    <div className="grid gap-2">
      <p className="flex gap-2 font-[650]">
        <Icon name="warn" className="mt-px stroke-2 text-(--warnsign)" />
        She does not say it, because of {offence ? OFFENCE_WORDS[offence] : 'a rule'}.
      </p>
      {marked !== '' && (
        <p className="max-h-40 overflow-y-auto rounded-control bg-s2 px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere] text-ink2">
          {before}
          <mark className="rounded-tag bg-warn px-0.5 font-[650] text-onwarn">
            <span className="sr-only">here: </span>
            {marked}
          </mark>
          {after}
        </p>
      )}
      {isLearned(rule) && (
        <p className="text-sm text-ink2">
          No list knows it: it is like sentences that were marked as such. If that errs too often, switch off “Judge whole
          sentences” above.
        </p>
      )}
      {rule !== '' && <p className="font-mono text-xs text-ink3">{rule}</p>}
    </div>
  )
}
