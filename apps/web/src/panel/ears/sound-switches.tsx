// In: what the browser does to the sound. Out: three switches, each with when to switch it off; this browser remembers them.
import { useMicrophone } from '../../mic/use-microphone'
import { Switch } from '../../ui/switch'
import { microphone } from '../microphone'

export function SoundSwitches() {
  const { echo, noise, gain } = useMicrophone(microphone, (view) => view.processing)
  return (
    <div className="grid gap-4">
      <Switch
        label="Cancel her voice"
        hint="Takes out of the microphone what your speakers play. Off: you wear headphones; your voice keeps more of its colour."
        checked={echo}
        onChange={(on) => void microphone.process({ echo: on })}
      />
      <Switch
        label="Suppress noise"
        hint="Takes out fans, keys and hum. Off: your microphone or a program before it does so already; twice is too much."
        checked={noise}
        onChange={(on) => void microphone.process({ noise: on })}
      />
      <Switch
        label="Automatic gain"
        hint="Keeps you equally loud. Off: your level is set by hand and lies in the band above."
        checked={gain}
        onChange={(on) => void microphone.process({ gain: on })}
      />
    </div>
  )
}
