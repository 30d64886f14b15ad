// In: the overlay's address. Out: it to copy, hidden until asked for, and a new one when viewers have seen it.
import { useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { CopyButton } from './copy-button'

/** The key is the fragment; before it is nothing to hide. */
const hidden = (address: string) => address.replace(/#.*$/, `#${'•'.repeat(8)}`)

export function OverlayAddressCard() {
  const told = usePanel((state) => state.overlayUrl)
  const [fetched, setFetched] = useState<string | null>(null)
  const [shown, setShown] = useState(false)
  const [asking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [renewed, setRenewed] = useState(false)
  // What the wire tells next is newer than what was fetched.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told is the trigger
  useEffect(() => setFetched(null), [told])
  const address = fetched ?? told

  const renew = async () => {
    setAsking(false)
    const answer = await callApi('rotateOverlay')
    setTrouble(answer.ok ? null : answer.problem.message)
    if (!answer.ok) return
    setFetched(answer.value.url)
    setRenewed(true)
  }
  return (
    <Card aria-labelledby="address">
      <CardHead id="address" title="Overlay address" remark="for OBS" />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <p className="rounded-control border border-line bg-s2 px-3 py-2.5 font-mono text-sm/5 [overflow-wrap:anywhere]">
          {shown ? address : hidden(address)}
        </p>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={address} what="the overlay address" />
          <Button onClick={() => setShown(!shown)} aria-pressed={shown}>
            <Icon name="eye" />
            {shown ? 'Hide' : 'Show'}
          </Button>
          <Button onClick={() => setAsking(true)} aria-expanded={asking} className="ml-auto">
            <Icon name="again" />
            New address
          </Button>
        </div>
        {asking && (
          <div className="grid gap-2.5 rounded-control border-2 border-edge p-3">
            <p>
              <b className="font-[650]">The old address stops at once.</b> She is gone from OBS until you paste the new one there.
            </p>
            <div className="flex flex-wrap gap-2">
              <Button weight="primary" onClick={() => void renew()}>
                Make a new address
              </Button>
              <Button weight="outline" onClick={() => setAsking(false)}>
                Keep this one
              </Button>
            </div>
          </div>
        )}
        <p role="status" className={renewed && !asking ? 'font-semibold' : 'sr-only'}>
          {renewed && 'This is the new address. Paste it in OBS: her source, Properties, URL.'}
        </p>
        <Trouble>{trouble}</Trouble>
        <p className="max-w-[70ch] text-ink2">
          Whoever has this address sees and hears her; it can do nothing else. If it was visible on stream, make a new one.
        </p>
      </div>
    </Card>
  )
}
