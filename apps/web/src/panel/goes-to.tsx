// In: an address, and what would be sent there. Out: a warning when that is another computer; nothing when all stays here.
import type { ReactNode } from 'react'
import { Icon } from '../ui/icon'
import { hostOf, isOpenOnTheWay, staysHere } from './address-host'

export function GoesTo({ address, children }: { address: string; children: ReactNode }) {
  const host = hostOf(address)
  if (host === null || staysHere(host)) return null
  return (
    <p className="flex gap-2 text-ink2">
      <Icon name="warn" className="mt-px text-(--warnsign)" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {children} {host}.{isOpenOnTheWay(address) && ' The way there is not encrypted.'}
      </span>
    </p>
  )
}
