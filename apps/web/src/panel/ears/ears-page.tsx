// Out: how she hears: microphone, test, recogniser, models, phones, and what is kept of it.
'use client'
import { useMedia } from '../../lib/use-media'
import { ModelsCard } from '../models/models-card'
import { PageColumns } from '../page-columns'
import { STRIP } from '../page-widths'
import { usePanel } from '../panel-store'
import { EarsRemedy } from './ears-remedy'
import { HearingTestCard } from './hearing-test-card'
import { KeptCard } from './kept-card'
import { MicrophoneCard } from './microphone-card'
import { PhoneCard } from './phone-card'
import { RecogniserCard } from './recogniser-card'

export function EarsPage() {
  const known = usePanel((state) => state.known)
  const two = useMedia(STRIP)
  if (!known || two === undefined) return null
  return (
    <>
      <EarsRemedy />
      <PageColumns>
        <div className="grid gap-3">
          <MicrophoneCard />
          <HearingTestCard />
          {two && <Beside />}
        </div>
        <div className="grid gap-3">
          <RecogniserCard />
          <ModelsCard of="ears" />
          {!two && <Beside />}
        </div>
      </PageColumns>
    </>
  )
}

/** What one may do without: under the shorter column, or last. */
const Beside = () => (
  <>
    <PhoneCard />
    <KeptCard />
  </>
)
