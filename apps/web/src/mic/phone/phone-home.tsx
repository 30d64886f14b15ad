// In: a paired phone. Out: everything it can do, in one column: is she hearing me, how loud, in which mode; and Mute under the thumb.
import type { PhoneHome as Home } from '@psiona/shared'
import { useMicrophone } from '../use-microphone'
import { DeviceChoice } from './device-choice'
import { LanguagePack } from './language-pack'
import { ModeChoice } from './mode-choice'
import { PhoneMeter } from './phone-meter'
import { microphone } from './phone-microphone'
import { PhoneTrouble } from './phone-trouble'
import { PlayHere } from './play-here'
import { StateCard } from './state-card'
import { TalkButton } from './talk-button'
import { ThumbBar } from './thumb-bar'
import { useWakeLock } from './use-wake-lock'

export function PhoneHome({ home }: { home: Home }) {
  // A screen that goes dark stops the microphone.
  useWakeLock(useMicrophone(microphone, ({ running }) => running))
  return (
    <>
      <StateCard name={home.character.name} />
      <PhoneMeter />
      <PhoneTrouble />
      <LanguagePack />
      <ModeChoice />
      <DeviceChoice />
      <PlayHere home={home} />
      <div className="sticky bottom-0 z-1 -mx-2.5 mt-auto grid gap-2.5 border-t border-line bg-s1 px-2.5 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))]">
        <TalkButton />
        <ThumbBar />
      </div>
    </>
  )
}
