// In: this page's address and the server's word on this phone. Out: pairing, the microphone, or why neither.
import type { PhoneHome as Home } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { useMicrophone } from '../use-microphone'
import { PairForm } from './pair-form'
import { pairingCode } from './pairing-address'
import { PhoneFrame } from './phone-frame'
import { PhoneHome } from './phone-home'
import { microphone } from './phone-microphone'
import { StrangerCard } from './stranger-card'

/** A computer that is starting up is found this soon. */
const LOOK_EVERY_MS = 2000

export function PhonePage() {
  const [code, setCode] = useState(() => pairingCode(location.hash))
  const [home, setHome] = useState<Home | null>(null)
  const [stranger, setStranger] = useState(false)
  const [away, setAway] = useState(false)

  const look = useCallback(async () => {
    const answer = await callApi('phoneHome', { timeoutMs: LOOK_EVERY_MS })
    const refused = !answer.ok && answer.problem.category === 'refused'
    if (answer.ok) setHome(answer.value)
    setStranger(refused)
    setAway(!answer.ok && !refused)
  }, [])
  const paired = useCallback(() => {
    // The code is used up, and nobody is to read it in the address.
    history.replaceState(null, '', location.pathname)
    setCode(null)
  }, [])
  useEffect(() => {
    // The code of a second pairing changes the fragment only, which by itself loads nothing.
    const reload = () => location.reload()
    window.addEventListener('hashchange', reload)
    return () => window.removeEventListener('hashchange', reload)
  }, [])
  const looking = code === null && home === null && !stranger
  useEffect(() => {
    if (!looking) return
    void look()
    const timer = window.setInterval(() => void look(), LOOK_EVERY_MS)
    return () => window.clearInterval(timer)
  }, [looking, look])

  if (code !== null)
    return (
      <PhoneFrame>
        <PairForm code={code} onPaired={paired} />
      </PhoneFrame>
    )
  if (stranger)
    return (
      <PhoneFrame>
        <StrangerCard />
      </PhoneFrame>
    )
  if (home) return <Paired home={home} look={look} />
  return (
    <PhoneFrame>
      <p role="status" className="px-1 text-ink2">
        {away &&
          'Psiona was not reached. Look whether it runs on your computer, and whether this phone is in the same network. This page goes on trying.'}
      </p>
    </PhoneFrame>
  )
}

function Paired({ home, look }: { home: Home; look: () => Promise<void> }) {
  useEffect(microphone.attend, [])
  const lost = useMicrophone(microphone, ({ socket }) => socket === 'connecting' || socket === 'refused')
  useEffect(() => {
    if (!lost) return
    // A socket is refused without a word; whether this phone is still paired, only a request learns.
    const timer = window.setInterval(() => void look(), LOOK_EVERY_MS)
    return () => window.clearInterval(timer)
  }, [lost, look])
  return (
    <PhoneFrame name={home.character.name}>
      <PhoneHome home={home} />
    </PhoneFrame>
  )
}
