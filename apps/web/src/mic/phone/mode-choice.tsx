// In: how she uses the microphone. Out: the three ways as one switch; the same in the panel and on every phone.
import { Icon, type IconName } from '../../ui/icon'
import { Segmented } from '../../ui/segmented'
import { useMicrophone } from '../use-microphone'
import { microphone } from './phone-microphone'

const choice = (icon: IconName, word: string) => (
  <>
    <Icon name={icon} />
    {word}
  </>
)

export function ModeChoice() {
  const mode = useMicrophone(microphone, ({ house }) => house?.mode ?? 'open')
  const known = useMicrophone(microphone, ({ house, socket }) => house !== null && socket === 'live')
  return (
    <Segmented
      label="Mode"
      value={mode}
      disabled={!known}
      choices={[
        { value: 'open', label: choice('target', 'Open mic') },
        { value: 'push-to-talk', label: choice('push', 'Push to talk') },
        { value: 'muted', label: choice('bubble', 'Chat only') },
      ]}
      onChoose={microphone.setMode}
      className="[&>button]:px-1"
    />
  )
}
