// Out: her: the picture in its frame, what is heard of her, how fast she answers.
import { Card } from '../../ui/card'
import { ReplyTime } from './reply-time'
import { Stage } from './stage'
import { Subtitle } from './subtitle'

export function HerCard() {
  return (
    <Card aria-label="Her">
      <Stage />
      <Subtitle />
      <ReplyTime />
    </Card>
  )
}
