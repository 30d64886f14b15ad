// The microphone's switches, as they were when the last run ended. In: whoever turns them. Out: the settings on the disk, news, and who must know at once.
import type { Settings } from '@psiona/shared'
import type { HouseNews } from './house'
import { createMicrophoneSwitch, type MicrophoneSwitch } from './microphone-switch'
import type { Topic } from './streams'

export interface RememberedMicrophoneOptions {
  readonly settings: { current(): Settings; write(next: Settings): Settings }
  readonly news: Topic<HouseNews>
  /** Nothing may be heard from now on. */
  readonly onMuted: () => void
  readonly onChange: () => void
  readonly onTrouble: (cause: unknown) => void
}

export const createRememberedMicrophone = ({ settings, news, ...on }: RememberedMicrophoneOptions): MicrophoneSwitch =>
  createMicrophoneSwitch({
    mode: settings.current().hearing.mode,
    onChange: (state) => {
      news.publish({ type: 'microphone-changed', microphone: state })
      const { mode, muted } = state
      if (muted || mode === 'muted') on.onMuted()
      on.onChange()
      const { hearing } = settings.current()
      if (hearing.mode === mode && hearing.muted === muted) return
      try {
        settings.write({ ...settings.current(), hearing: { ...hearing, mode, muted } })
      } catch (cause) {
        on.onTrouble(cause)
      }
    },
  })
