// In: the wish for one more phone. Out: a code to point it at and the address to type, for two minutes; gone when the phone is there.
import type { LanState, PairingOffer } from '@psiona/shared'
import { useEffect, useRef, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { usePulse } from '../../lib/use-pulse'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'

/** A phone that was paired shows up here; nobody stares at the code for longer. */
const LOOK_EVERY_MS = 2000

export interface PhonePairingProps {
  readonly lan: LanState
  /** How many are paired: one more ends the offer. */
  readonly phones: number
  readonly onLook: () => Promise<void>
}

export function PhonePairing({ lan, phones, onLook }: PhonePairingProps) {
  const [offer, setOffer] = useState<PairingOffer | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const phonesBefore = useRef(phones)

  const add = async () => {
    const answer = await callApi('offerPairing')
    setTrouble(answer.ok ? null : answer.problem.message)
    if (!answer.ok) return
    phonesBefore.current = phones
    setOffer(answer.value)
  }
  useEffect(() => {
    if (!offer) return
    if (phones > phonesBefore.current) return setOffer(null)
    const timer = window.setInterval(() => void onLook(), LOOK_EVERY_MS)
    return () => window.clearInterval(timer)
  }, [offer, phones, onLook])

  return (
    <>
      <Trouble>{trouble}</Trouble>
      {offer ? (
        <Offer offer={offer} fingerprint={lan.fingerprint} onAgain={() => void add()} onClose={() => setOffer(null)} />
      ) : (
        <div>
          <Button weight="primary" onClick={() => void add()}>
            <Icon name="phone" />
            Add a phone
          </Button>
        </div>
      )}
    </>
  )
}

interface OfferProps {
  readonly offer: PairingOffer
  readonly fingerprint: string | null
  readonly onAgain: () => void
  readonly onClose: () => void
}

function Offer({ offer, fingerprint, onAgain, onClose }: OfferProps) {
  const now = usePulse(1000)
  const leftSeconds = Math.max(0, Math.ceil((offer.expiresAt - now) / 1000))
  const over = leftSeconds === 0
  return (
    <div className="flex flex-wrap gap-4 rounded-control border border-line bg-s2 p-3">
      {/* Drawn by the server for this moment; there is nothing to optimise. */}
      {/* biome-ignore lint/performance/noImgElement: as said above */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(offer.qrSvg)}`}
        alt="Code to point the phone’s camera at"
        className={`size-44 flex-none rounded-control bg-white p-2 ${over ? 'opacity-15' : ''}`}
      />
      <div className="grid min-w-0 flex-1 basis-56 content-start gap-2">
        <p className="font-[650]">Point the phone’s camera at the code</p>
        <p className="text-ink2">
          Or type this address there; it must be in the same network:{' '}
          <span className="font-mono text-sm [overflow-wrap:anywhere] text-ink select-all">{offer.url}</span>
        </p>
        <p className="text-ink2">
          The phone warns of the certificate, since Psiona made it itself. Go on, if you like after comparing its fingerprint:
        </p>
        {fingerprint && <p className="font-mono text-xs [overflow-wrap:anywhere] text-ink2">{fingerprint}</p>}
        <p className={over ? 'font-[650]' : 'text-ink2'}>
          {over
            ? 'The code is over.'
            : `Good for ${leftSeconds} s and one phone. Whoever sees it can be that phone: keep it off the stream.`}
        </p>
        <div className="flex flex-wrap gap-2">
          {over && (
            <Button weight="primary" size="small" onClick={onAgain}>
              <Icon name="again" />
              New code
            </Button>
          )}
          <Button size="small" weight="outline" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </div>
  )
}
