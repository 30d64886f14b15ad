// In: the line in the air, or the last turn. Out: its words by what became of them; null before she ever spoke.
import { usePanel } from '../panel-store'
import { answerWords, type HeardWords, lineWords } from './heard-words'

export function useLine(): HeardWords | null {
  const heard = usePanel((state) => state.heard)
  const speaking = usePanel((state) => state.tally === 'speaking')
  const turns = usePanel((state) => state.turns)
  if (heard) {
    const turn = turns.find(({ id }) => id === heard.turnId)
    return lineWords(heard, speaking && turn?.status === 'speaking', turn?.status === 'cut')
  }
  const last = turns.findLast(({ answered, firstAudioMs }) => answered !== '' && firstAudioMs !== null)
  return last ? answerWords(last, null) : null
}
