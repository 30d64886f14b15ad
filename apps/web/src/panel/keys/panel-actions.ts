// In: what an action may touch. Out: every action of the panel by its words, for the palette.
import { type MicrophoneChange, type MicrophoneState, type Settings, SubtitleStyle } from '@psiona/shared'
import type { Answer } from '../../lib/api-call'
import { MIC_MODES } from '../mic-modes'
import { PAGES, type PageHref } from '../pages'
import type { Theme, ThemeChoice } from '../use-theme'
import type { PanelAction } from './action-search'

export interface ActionReach {
  readonly go: (href: PageHref) => void
  readonly stop: () => void
  readonly panic: (on: boolean) => Promise<Answer<unknown>>
  readonly panicking: boolean
  readonly compose: () => void
  readonly showKeys: () => void
  readonly copyOverlay: () => Promise<Answer<unknown>>
  readonly change: (changes: Partial<Settings>) => Promise<Answer<unknown>>
  readonly switchMicrophone: (change: MicrophoneChange) => Promise<Answer<unknown>>
  readonly microphone: MicrophoneState
  readonly settings: Settings
  readonly theme: ThemeChoice
}

const SUBTITLE_WORDS: Record<SubtitleStyle, string> = {
  off: 'Hide subtitles',
  plain: 'Show subtitles without a box',
  boxed: 'Show subtitles in a box',
  outlined: 'Show subtitles with an outline',
  karaoke: 'Show subtitles that fill as she speaks',
  'one-word': 'Show subtitles one word at a time',
}
const THEME_WORDS: Record<Theme, string> = {
  dark: 'Dark panel',
  light: 'Light panel',
  system: 'Panel as light or dark as the system',
}

/** Only what would change something is offered. */
export function panelActions(reach: ActionReach): PanelAction[] {
  const { go, stop, panic, panicking, compose, showKeys, copyOverlay, change, switchMicrophone, microphone, settings, theme } =
    reach
  const { overlay, mind, twitch } = settings
  return [
    { id: 'stop', label: 'Stop her', words: 'silence quiet end', keys: ['Esc'], run: stop },
    panicking
      ? { id: 'panic-off', label: 'Switch panic off', words: 'resume speak again', run: () => panic(false) }
      : {
          id: 'panic',
          label: 'Panic: silence her at once',
          words: 'stop mute emergency safe',
          keys: ['F8'],
          run: () => panic(true),
        },
    { id: 'compose', label: 'Type to her', words: 'ask say chat write', keys: ['/'], run: compose },
    {
      id: 'mute',
      label: microphone.muted ? 'Unmute the microphone' : 'Mute the microphone',
      words: 'silence mic hear voice',
      keys: ['M'],
      run: () => switchMicrophone({ muted: !microphone.muted }),
    },
    ...MIC_MODES.map(({ value, action }, index) => ({ value, action, key: String(index + 1) }))
      .filter(({ value }) => value !== microphone.mode)
      .map(({ value, action, key }) => ({
        id: `mic-${value}`,
        label: action,
        words: 'mode mic listen hear voice',
        keys: [key],
        run: () => switchMicrophone({ mode: value }),
      })),
    ...PAGES.map(({ href, label, letter }) => ({
      id: href,
      label: `Go to ${label}`,
      words: 'page open',
      keys: ['G', letter.toUpperCase()],
      run: () => go(href),
    })),
    { id: 'copy-overlay', label: 'Copy the overlay address', words: 'obs url browser source', run: copyOverlay },
    ...SubtitleStyle.options
      .filter((style) => style !== overlay.subtitles)
      .map((subtitles) => ({
        id: `subtitles-${subtitles}`,
        label: SUBTITLE_WORDS[subtitles],
        words: 'overlay text captions',
        run: () => change({ overlay: { ...overlay, subtitles } }),
      })),
    {
      id: 'badge',
      label: overlay.badge ? 'Hide the AI badge' : 'Show the AI badge',
      words: 'overlay program label',
      run: () => change({ overlay: { ...overlay, badge: !overlay.badge } }),
    },
    ...(mind.kind === 'builtin'
      ? []
      : [
          {
            id: 'builtin',
            label: 'Use the built-in mind',
            words: 'model llm rules',
            run: () => change({ mind: { kind: 'builtin' } }),
          },
        ]),
    ...(twitch.channel === ''
      ? []
      : [
          {
            id: 'twitch-off',
            label: 'Stop reading Twitch chat',
            words: 'channel',
            run: () => change({ twitch: { ...twitch, channel: '' } }),
          },
        ]),
    ...(['dark', 'light', 'system'] as const)
      .filter((choice) => choice !== theme.choice)
      .map((choice) => ({
        id: `theme-${choice}`,
        label: THEME_WORDS[choice],
        words: 'theme colour mode',
        run: () => theme.choose(choice),
      })),
    { id: 'keys', label: 'List of keys', words: 'shortcuts help', keys: ['?'], run: showKeys },
  ]
}
