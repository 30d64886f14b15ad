// Out: her: the picture in its frame, what is heard of her, where the time of the last turn went.
import { Card } from '../../ui/card'
import { LastTurn } from './last-turn'
import { Stage } from './stage'
import { Subtitle } from './subtitle'

export function HerCard() {
  return (
    <Card aria-label="Her">
      <Stage />
      <Subtitle />
      <LastTurn />
    </Card>
  )
}
