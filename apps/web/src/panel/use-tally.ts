// In: what she does, for whom, and what stands before it. Out: word, shape, colour and second line, for every place that shows them.
import { currentTurn } from './panel-state'
import { usePanel } from './panel-store'
import { type TallyLook, tallyDetail, tallySign } from './tally-look'

export interface ShownTally {
  readonly look: TallyLook
  readonly detail: string
}

export function useTally(): ShownTally {
  const tally = usePanel((state) => state.tally)
  const safety = usePanel((state) => state.safety)
  const turn = usePanel(currentTurn)
  const readsChat = usePanel((state) => state.settings.twitch.channel !== '')
  const mode = usePanel(({ microphone }) => (microphone.source === null ? null : microphone.mode))
  const { look, detail } = tallySign(tally, safety)
  return { look, detail: detail ?? tallyDetail(tally, turn, { readsChat, mode }) }
}
