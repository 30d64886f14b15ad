// In: a channel's name. Out: its chat is read, without a login; how that goes stands beside it.
import { TwitchSettings } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Field } from '../../ui/field'
import { usePanel } from '../panel-store'
import { saidHere } from '../said-here'
import { StateLine } from '../state-line'
import { useSection } from '../use-section'
import { channelNameIn } from './channel-name'

const Channel = TwitchSettings.shape.channel

export function ChannelCard() {
  const desk = useSection('twitch')
  const saved = desk.value.channel
  const health = usePanel((state) => state.health.find(({ part }) => part === 'twitch'))
  const name = usePanel((state) => state.character.name)
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const channel = channelNameIn(typed ?? saved)

  const save = async (next: string) => {
    const parsed = Channel.safeParse(next)
    if (!parsed.success)
      return setTrouble('A channel name has 2 to 25 letters, digits or _. It is the last part of your Twitch address.')
    if (await desk.change({ channel: parsed.data })) setTyped(null)
  }
  return (
    <Card aria-labelledby="twitch-chat">
      <CardHead id="twitch-chat" title="Channel" remark="read without a login" />
      <form
        className="grid gap-3 px-3.5 pb-3.5"
        onSubmit={(event) => {
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
          trouble={trouble ?? desk.trouble}
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
          <StateLine look={health.state} title={health.detail}>
            {health.remedy && saidHere(health.remedy)}
          </StateLine>
        )}
      </form>
    </Card>
  )
}
