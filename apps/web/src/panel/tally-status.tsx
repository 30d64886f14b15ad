// In: what she does. Out: the same for people who listen to the page, at most once in two seconds.
import { useCalm } from '../lib/use-calm'
import { currentTurn } from './panel-state'
import { usePanel } from './panel-store'
import { TALLY_LOOK, tallyDetail } from './tally-look'

const SPOKEN_EVERY_MS = 2000

export function useTallyDetail(): string {
  const tally = usePanel((state) => state.tally)
  const turn = usePanel(currentTurn)
  const readsChat = usePanel((state) => state.settings.twitch.channel !== '')
  const mode = usePanel(({ microphone }) => (microphone.source === null ? null : microphone.mode))
  return tallyDetail(tally, turn, { readsChat, mode })
}

export function TallyStatus() {
  const tally = usePanel((state) => state.tally)
  const link = usePanel((state) => state.link)
  const detail = useTallyDetail()
  const sentence = link === 'live' ? `${TALLY_LOOK[tally].word}, ${detail}` : link === 'lost' ? 'Connection to Psiona lost' : ''
  const spoken = useCalm(sentence, SPOKEN_EVERY_MS)
  return (
    <div role="status" className="sr-only">
      {spoken}
    </div>
  )
}
