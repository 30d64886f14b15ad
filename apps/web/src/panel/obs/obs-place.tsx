// In: host and port of OBS. Out: other ones, saved when they are whole.
import { ObsSettings } from '@psiona/shared'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import type { SectionDesk } from '../use-section'

const { host: Host, port: Port } = ObsSettings.shape

export function ObsPlace({ desk }: { desk: SectionDesk<ObsSettings> }) {
  const { host, port } = desk.value
  const [typed, setTyped] = useState<{ host: string; port: string } | null>(null)
  const [tried, setTried] = useState(false)
  const shown = typed ?? { host, port: String(port) }
  const nextHost = Host.safeParse(shown.host.trim())
  const nextPort = Port.safeParse(Number(shown.port))
  const type = (changes: Partial<typeof shown>) => {
    setTyped({ ...shown, ...changes })
    setTried(false)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (nextHost.success && nextPort.success && (await desk.change({ host: nextHost.data, port: nextPort.data }))) setTyped(null)
  }
  return (
    <form onSubmit={(event) => void save(event)} className="grid gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-3">
        <Field
          label="Computer"
          value={shown.host}
          onChange={(event) => type({ host: event.target.value })}
          trouble={tried && !nextHost.success ? 'A name or address without a path, such as 192.168.1.20.' : null}
        />
        <Field
          label="Port"
          inputMode="numeric"
          value={shown.port}
          onChange={(event) => type({ port: event.target.value })}
          trouble={tried && !nextPort.success ? 'A number from 1 to 65535.' : null}
        />
      </div>
      <p className="text-sm text-ink2">
        127.0.0.1 is this computer, 4455 what OBS uses. OBS on another computer is reached without encryption: only in a network
        you trust.
      </p>
      <div>
        <Button type="submit" disabled={typed === null || (shown.host === host && shown.port === String(port))}>
          Look there
        </Button>
      </div>
    </form>
  )
}
