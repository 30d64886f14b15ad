// In: whether what she says goes out as captions of the stream. Out: that, otherwise.
import { Card } from '../../ui/card'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { useSection } from '../use-section'

export function CaptionsCard() {
  const desk = useSection('obs')
  const name = usePanel((state) => state.character.name)
  return (
    <Card aria-labelledby="captions">
      <DeskHead id="captions" title="Captions of the stream" desk={desk} />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <Switch
          label={`Send what ${name} says as captions`}
          hint="Viewers switch them on in their player with CC. Only Latin letters pass; subtitles on her picture are under Picture."
          checked={desk.value.captions}
          onChange={(captions) => void desk.change({ captions })}
        />
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}
