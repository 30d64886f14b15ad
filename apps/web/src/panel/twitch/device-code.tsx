// In: the code Twitch wants to see. Out: it large, with the address to enter it at and how long it holds.
import type { TwitchState } from '@psiona/shared'
import { usePulse } from '../../lib/use-pulse'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { CopyButton } from '../stream/copy-button'
import { leftText } from './left-text'

export interface DeviceCodeProps {
  readonly device: NonNullable<TwitchState['device']>
  readonly busy: boolean
  readonly onAgain: () => void
  readonly onCancel: () => void
}

/** Only Twitch's own address is made a link: whatever else came, people should read it first. */
function isTwitch(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'https:' && /(?:^|\.)twitch\.tv$/.test(url.hostname)
}

export function DeviceCode({ device, busy, onAgain, onCancel }: DeviceCodeProps) {
  const leftMs = device.expiresAt - usePulse(1000)
  const over = leftMs <= 0
  return (
    <div className="grid gap-3 rounded-control border border-line bg-s2 p-3">
      <p className="text-ink2">Open this address, sign in as the channel’s owner and enter the code:</p>
      <p className="font-mono [overflow-wrap:anywhere]">
        {isTwitch(device.url) ? (
          <a href={device.url} target="_blank" rel="noreferrer" className="underline underline-offset-4">
            {device.url}
            <span className="sr-only">, opens a new tab</span>
          </a>
        ) : (
          device.url
        )}
      </p>
      <p className={over ? 'font-mono text-xl font-bold text-ink3 line-through' : 'font-mono text-tally font-bold select-all'}>
        {device.code}
      </p>
      <p role="status" className={over ? 'font-[650]' : 'text-ink2'}>
        {over ? 'The code is over.' : 'Waiting for Twitch.'}
        {!over && <span aria-hidden="true"> The code holds {leftText(leftMs)} more.</span>}
      </p>
      <div className="flex flex-wrap gap-2">
        {over ? (
          <Button weight="primary" disabled={busy} onClick={onAgain}>
            <Icon name="again" />
            New code
          </Button>
        ) : (
          <CopyButton text={device.code} what="the code" />
        )}
        <Button weight="outline" disabled={busy} onClick={onCancel}>
          Leave it
        </Button>
      </div>
    </div>
  )
}
