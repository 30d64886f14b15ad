// In: what she does. Out: the same for people who listen to the page, at most once in two seconds.
import { useCalm } from '../lib/use-calm'
import { usePanel } from './panel-store'
import { useTally } from './use-tally'

const SPOKEN_EVERY_MS = 2000

export function TallyStatus() {
  const link = usePanel((state) => state.link)
  const { look, detail } = useTally()
  const sentence = link === 'live' ? `${look.word}, ${detail}` : link === 'lost' ? 'Connection to Psiona lost' : ''
  const spoken = useCalm(sentence, SPOKEN_EVERY_MS)
  return (
    <div role="status" className="sr-only">
      {spoken}
    </div>
  )
}
