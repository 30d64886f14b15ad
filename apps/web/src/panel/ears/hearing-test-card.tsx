// In: a sentence somebody says. Out: what each link of the hearing chain made of it, step by step; she does not answer.
import type { HearingTest } from '@psiona/shared'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { microphone } from '../microphone'
import { usePanel } from '../panel-store'
import { saidHere } from '../said-here'
import { CountdownRing } from './countdown-ring'
import { HearingResult } from './hearing-result'

const SECONDS = 5
/** A slow recogniser needs its time for five seconds of sound. */
const PATIENCE_MS = 60_000

export function HearingTestCard() {
  const name = usePanel((state) => state.character.name)
  const source = usePanel((state) => state.microphone.source !== null)
  const byPage = usePanel((state) => state.settings.hearing.capture.kind === 'page')
  const [endsAtMs, setEndsAtMs] = useState<number | null>(null)
  const [result, setResult] = useState<HearingTest | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const running = endsAtMs !== null

  const test = async () => {
    setTrouble(null)
    setResult(null)
    setEndsAtMs(performance.now() + SECONDS * 1000)
    const answer = await callApi('testHearing', { body: { seconds: SECONDS }, timeoutMs: PATIENCE_MS })
    setEndsAtMs(null)
    if (answer.ok) setResult(answer.value)
    else setTrouble(saidHere(answer.problem.message))
  }
  return (
    <Card aria-labelledby="test-title" id="vad" className="scroll-mt-3">
      <CardHead id="test-title" title="Try it" remark={`${name} does not answer`} />
      <div className="grid gap-3 px-3.5 pb-4">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="text-lg font-[650]">Say: “Hello {name}, can you hear me?”</p>
            <p className="mt-1 text-ink2">
              {SECONDS} seconds are recorded and tested, and forgotten with the next test. They stay on this computer unless your
              recogniser is elsewhere.
            </p>
          </div>
          <div className="grid h-16 min-w-34 place-items-center">
            {running ? (
              <CountdownRing endsAtMs={endsAtMs} lastsMs={SECONDS * 1000} during="Speak now" after="Finding the words" />
            ) : source || !byPage ? (
              <Button weight="primary" onClick={() => void test()} disabled={!source}>
                <Icon name={result ? 'again' : 'mic'} />
                {result ? 'Again' : 'Start the test'}
              </Button>
            ) : (
              <Button weight="primary" onClick={() => void microphone.start()}>
                <Icon name="mic" />
                Turn on the microphone
              </Button>
            )}
          </div>
        </div>
        <Trouble>{trouble}</Trouble>
        <Arrival of={result}>{result && <HearingResult result={result} />}</Arrival>
      </div>
    </Card>
  )
}

/** News for people who listen to the page: the result has come. */
function Arrival({ of, children }: { of: HearingTest | null; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (of) box.current?.focus({ preventScroll: true })
  }, [of])
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      {children}
    </div>
  )
}
