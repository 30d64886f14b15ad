// In: a channel's name. Out: its chat is read, without a login; how that goes stands beside it.
import { Settings } from '@psiona/shared'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { changeSettings } from '../change-settings'
import { usePanel } from '../panel-store'

const Channel = Settings.shape.twitch.unwrap().shape.channel

/** People paste addresses and hashes; the name is what is left. */
const nameIn = (typed: string) =>
  typed
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?twitch\.tv\//i, '')
    .replace(/^#|\/$/g, '')
    .toLowerCase()

export function TwitchCard() {
  const saved = usePanel((state) => state.settings.twitch.channel)
  const health = usePanel((state) => state.health.find(({ part }) => part === 'twitch'))
  const name = usePanel((state) => state.character.name)
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const channel = nameIn(typed ?? saved)

  const save = async (next: string) => {
    const parsed = Channel.safeParse(next)
    if (!parsed.success) {
      setTrouble('A channel name has 2 to 25 letters, digits or _. It is the last part of your Twitch address.')
      return
    }
    const answer = await changeSettings({ twitch: { channel: parsed.data } })
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setTyped(null)
  }
  return (
    <Card aria-labelledby="twitch-chat" id="twitch">
      <CardHead id="twitch-chat" title="Twitch chat" remark="reads only, no login" />
      <form
        className="grid gap-3 px-3.5 pb-3.5"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save(channel)
        }}
      >
        <Field
          label="Channel"
          prefix="#"
          placeholder="your_channel"
          autoCapitalize="none"
          value={typed ?? saved}
          onChange={(event) => {
            setTyped(event.target.value)
            setTrouble(null)
          }}
          trouble={trouble}
          hint={saved === '' ? `${name} reads what people write there and answers lines that name her.` : undefined}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" weight="primary" disabled={channel === saved}>
            {saved === '' || channel === saved ? 'Read this chat' : channel === '' ? 'Stop reading' : 'Read this chat instead'}
          </Button>
          {saved !== '' && (
            <Button weight="outline" onClick={() => void save('')}>
              Stop reading
            </Button>
          )}
        </div>
        {health && saved !== '' && (
          <p className="flex gap-2 text-ink2">
            <Icon
              name={health.state === 'ok' ? 'tick' : health.state === 'off' ? 'off' : 'warn'}
              className={`mt-px stroke-2 ${health.state === 'ok' ? 'text-ok' : health.state === 'trouble' ? 'text-(--warnsign)' : ''}`}
            />
            <span>
              <b className="font-[650] text-ink">{health.detail}</b> {health.remedy}
            </span>
          </p>
        )}
      </form>
    </Card>
  )
}
