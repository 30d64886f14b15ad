// In: the client id that is kept. Out: another one, and how to come by it.
import { TwitchSettings } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import type { SectionDesk } from '../use-section'

const ClientId = TwitchSettings.shape.clientId

export function ClientIdForm({ desk }: { desk: SectionDesk<TwitchSettings> }) {
  const saved = desk.value.clientId
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const shown = typed ?? saved
  const save = async () => {
    const parsed = ClientId.safeParse(shown.trim())
    if (!parsed.success) return setTrouble('A client id has 20 to 40 small letters and digits. A client secret is not needed.')
    if (await desk.change({ clientId: parsed.data })) setTyped(null)
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ol className="grid max-w-[70ch] list-decimal gap-1 pl-5 text-ink2 [&_b]:font-[650] [&_b]:text-ink">
        <li>
          Open{' '}
          <a
            href="https://dev.twitch.tv/console/apps/create"
            target="_blank"
            rel="noreferrer"
            className="text-ink underline underline-offset-4"
          >
            dev.twitch.tv, Register Your Application<span className="sr-only">, opens a new tab</span>
          </a>
          .
        </li>
        <li>
          Any name. As redirect address: <b className="font-mono select-all">http://localhost</b>.
        </li>
        <li>
          Category <b>Chat Bot</b>, client type <b>Public</b>. Then press <b>Create</b> and <b>Manage</b>.
        </li>
        <li>
          Copy the <b>Client ID</b> and put it in here. It is no secret.
        </li>
      </ol>
      <Field
        label="Client id"
        autoCapitalize="none"
        maxLength={60}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value)
          setTrouble(null)
        }}
        trouble={trouble ?? desk.trouble}
      />
      <div>
        <Button type="submit" disabled={shown.trim() === saved}>
          Keep this id
        </Button>
      </div>
    </form>
  )
}
