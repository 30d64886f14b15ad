// In: this page's microphone, or whatever else she listens to. Out: which one it is, on or off, how loud it is, and what is done to its sound.
import { useMicrophone } from '../../mic/use-microphone'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { microphone } from '../microphone'
import { usePanel } from '../panel-store'
import { CaptureChoice } from './capture-choice'
import { DevicePicker } from './device-picker'
import { HearingSliders } from './hearing-sliders'
import { LevelBand } from './level-band'
import { MicTrouble } from './mic-trouble'
import { SoundSwitches } from './sound-switches'

const SOURCE_WORD = { panel: 'in a page', phone: 'a phone', program: 'a program', command: 'a program of this computer' } as const

export function MicrophoneCard() {
  const source = usePanel((state) => state.microphone.source)
  const byPage = usePanel((state) => state.settings.hearing.capture.kind === 'page')
  const wanted = useMicrophone(microphone, (view) => view.wanted)
  const heard = useMicrophone(microphone, (view) => view.heard)
  const running = useMicrophone(microphone, (view) => view.running)
  return (
    <Card aria-labelledby="microphone-title" id="microphone" className="scroll-mt-3">
      <CardHead id="microphone-title" title="Microphone" remark={source ? 'on' : 'off'}>
        {byPage &&
          (wanted ? (
            <Button onClick={() => microphone.stop()}>
              <Icon name="mic-off" />
              Turn off
            </Button>
          ) : (
            <Button weight="primary" onClick={() => void microphone.start()}>
              <Icon name="mic" />
              Turn on
            </Button>
          ))}
      </CardHead>
      <div className="grid gap-4 px-3.5 pb-4">
        {byPage && <MicTrouble />}
        {source && !heard && (
          <p className="text-ink2">
            She listens to <b className="font-[650] text-ink">{source.label}</b>, {SOURCE_WORD[source.kind]}.
            {byPage && !wanted && ' Turn this one on and she listens here instead.'}
          </p>
        )}
        {byPage && <DevicePicker />}
        <LevelBand on={running || source !== null} />
        <HearingSliders />
      </div>
      {byPage && (
        <More title="What the browser does to the sound">
          <SoundSwitches />
        </More>
      )}
      <More title="Where the microphone is" remark={byPage ? 'in this page or a phone' : 'a program'} open={!byPage}>
        <CaptureChoice />
      </More>
    </Card>
  )
}
