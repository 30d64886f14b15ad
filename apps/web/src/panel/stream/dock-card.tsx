// Out: how this panel becomes a dock inside OBS.
import { useEffect, useState } from 'react'
import { Card, CardHead } from '../../ui/card'
import { CopyButton } from './copy-button'

export function DockCard() {
  const [address, setAddress] = useState('')
  useEffect(() => setAddress(`${window.location.origin}/?dock=1`), [])
  return (
    <Card aria-labelledby="dock">
      <CardHead id="dock" title="This panel inside OBS" />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <p className="max-w-[70ch] text-ink2">
          In OBS: <b className="font-[650] text-ink">Docks</b>, <b className="font-[650] text-ink">Custom Browser Docks</b>. Name
          it and paste this address; it holds no key. 360 to 420 px wide is enough for chat, talk and Stop.
        </p>
        <p className="rounded-control border border-line bg-s2 px-3 py-2.5 font-mono text-sm/5 [overflow-wrap:anywhere]">
          {address}
        </p>
        <div>
          <CopyButton text={address} what="the dock address" />
        </div>
      </div>
    </Card>
  )
}
