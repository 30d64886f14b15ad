// In: whether a password is kept and whether OBS wants another. Out: one, written and never shown again; and where OBS has it.
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { useObsOrder } from './use-obs-order'

export interface ObsPasswordProps {
  /** OBS waits for it. */
  readonly wanted: boolean
  readonly kept: boolean
}

export function ObsPassword({ wanted, kept }: ObsPasswordProps) {
  const [open, setOpen] = useState(wanted)
  const [typed, setTyped] = useState('')
  const { busy, trouble, run } = useObsOrder()
  const write = async (password: string) => {
    if (!(await run(() => callApi('putObsPassword', { body: { password } })))) return
    setTyped('')
    setOpen(false)
  }
  if (!open && !wanted)
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-ink2">{kept ? 'A password is kept.' : 'No password is kept.'}</span>
        <Button size="small" weight="outline" onClick={() => setOpen(true)}>
          {kept ? 'Change it' : 'Put one in'}
        </Button>
      </div>
    )
  return (
    <form
      className="grid gap-3 rounded-control border border-line bg-s2 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '') void write(typed)
      }}
    >
      <Field
        label="Password of OBS"
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        trouble={trouble}
        hint={
          <>
            In OBS: <b className="font-[650] text-ink">Tools</b>, <b className="font-[650] text-ink">WebSocket Server Settings</b>
            , tick <b className="font-[650] text-ink">Enable WebSocket server</b>, then{' '}
            <b className="font-[650] text-ink">Show Connect Info</b> and copy the server password. It is kept on this computer and
            not shown again.
          </>
        }
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" weight="primary" disabled={typed === '' || busy}>
          {busy ? 'Connecting' : 'Keep it and connect'}
        </Button>
        {kept && (
          <Button weight="outline" disabled={busy} onClick={() => void write('')}>
            Forget the kept one
          </Button>
        )}
        {!wanted && (
          <Button weight="quiet" onClick={() => setOpen(false)}>
            Close
          </Button>
        )}
      </div>
    </form>
  )
}
