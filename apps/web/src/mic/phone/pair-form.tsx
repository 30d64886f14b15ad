// In: the code this page was opened with. Out: the phone under a name of its owner's choice, paired; or why not.
import { type FormEvent, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { thisPhoneName } from './phone-name'

/** As the server takes it. */
const LONGEST_NAME = 60

export function PairForm({ code, onPaired }: { code: string; onPaired: () => void }) {
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    // What was typed meanwhile stands.
    void thisPhoneName().then((found) => setName((typed) => typed || found))
  }, [])

  const pair = async (event: FormEvent) => {
    event.preventDefault()
    setAsking(true)
    const answer = await callApi('pair', { body: { code, name: name.trim() } })
    setAsking(false)
    if (answer.ok) onPaired()
    else setTrouble(answer.problem.message)
  }
  return (
    <Card aria-labelledby="pair-title">
      <CardHead id="pair-title" title="Pair this phone" />
      <form onSubmit={(event) => void pair(event)} className="grid gap-4 px-3.5 pb-4">
        <p className="text-ink2">
          It becomes a microphone of Psiona on your computer, and can play her. What you say goes to that computer and nowhere
          else.
        </p>
        <Field
          label="Name of this phone"
          hint="The computer lists it under this name."
          value={name}
          maxLength={LONGEST_NAME}
          required
          trouble={trouble}
          onChange={(event) => setName(event.target.value)}
        />
        <Button weight="primary" type="submit" disabled={asking || name.trim() === ''} className="min-h-13 text-md">
          <Icon name="phone" />
          Pair this phone
        </Button>
      </form>
    </Card>
  )
}
