// In: what she writes in chat. Out: that, otherwise.
import { Card } from '../../ui/card'
import { Segmented } from '../../ui/segmented'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { useSection } from '../use-section'

const CHOICES = [
  { value: 'nothing', label: 'Nothing' },
  { value: 'answers', label: 'Her answers' },
] as const

export function WritesCard() {
  const desk = useSection('twitch')
  const name = usePanel((state) => state.character.name)
  const signedIn = usePanel((state) => state.twitch.login === 'signed-in')
  return (
    <Card aria-labelledby="writes">
      <DeskHead id="writes" title={`${name} writes in chat`} desk={desk} />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <Segmented
          label={`${name} writes in chat`}
          value={desk.value.writes}
          choices={CHOICES}
          onChoose={(writes) => void desk.change({ writes })}
        />
        <p className="max-w-[70ch] text-ink2">
          Answers to viewers are also written, as replies to their lines, and as slowly as Twitch wants.
          {!signedIn && ' It takes a sign-in.'}
        </p>
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}
