// In: the door for the local network and the phones that were paired. Out: how a phone becomes her microphone, and how it stops being one.
import type { PhonesReply } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { momentText } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { PhonePairing } from './phone-pairing'

export function PhoneCard() {
  const [reply, setReply] = useState<PhonesReply | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const source = usePanel((state) => state.microphone.source?.micId)
  const live = usePanel((state) => state.link === 'live')

  const load = useCallback(async () => {
    const answer = await callApi('listPhones')
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setReply(answer.value)
  }, [])
  // A phone that came or went may be a new one; so may all be after a restart.
  // biome-ignore lint/correctness/useExhaustiveDependencies: source and live are triggers
  useEffect(() => void load(), [load, source, live])

  const unpair = async (id: string) => {
    const answer = await callApi('deletePhone', { params: { id } })
    if (answer.ok) await load()
    else setTrouble(answer.problem.message)
  }
  const lan = reply?.lan
  return (
    <Card aria-labelledby="phone-title" id="phone" className="scroll-mt-3">
      <CardHead id="phone-title" title="Phone as microphone" remark={lan && (lan.on ? 'open to your local network' : 'off')} />
      <div className="grid gap-3 px-3.5 pb-4">
        <p className="max-w-[70ch] text-ink2">
          A phone on your desk is often nearer to your mouth than a headset. It can play her as well.
        </p>
        <Trouble>{trouble}</Trouble>
        {lan && !lan.on && (
          <p className="flex gap-2 rounded-control border border-line bg-s2 px-3 py-2.5">
            <Icon name="off" className="mt-px stroke-2 text-ink3" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {lan.remedy ?? 'Start Psiona with PSIONA_LAN=1 to let phones of your local network in.'}
            </span>
          </p>
        )}
        {reply && lan?.on && (
          <>
            <Trouble>{lan.remedy}</Trouble>
            <PhonePairing lan={lan} phones={reply.phones.length} onLook={load} />
          </>
        )}
        {reply && reply.phones.length > 0 && (
          <ul aria-label="Paired phones">
            {reply.phones.map(({ id, name, lastSeenAt }) => (
              <li key={id} className="flex items-center gap-3 border-t border-line py-2 first:border-0">
                <Icon name="phone" className="text-ink3" />
                <div className="min-w-0 flex-1">
                  <p className="truncate font-[650]">{name}</p>
                  <p className="text-sm text-ink2">last seen {momentText(lastSeenAt, Date.now())}</p>
                </div>
                <Button size="small" weight="outline" onClick={() => void unpair(id)}>
                  Unpair<span className="sr-only"> {name}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
