// In: the choice of the person. Out: data-theme on the document; without a choice the system decides.
import { useEffect } from 'react'
import { useRemembered } from '../lib/browser-memory'
import { useMedia } from '../lib/use-media'
import { THEME_KEY } from './theme-script'

export type Theme = 'system' | 'dark' | 'light'

export interface ThemeChoice {
  readonly choice: Theme | undefined
  /** What is on the screen. */
  readonly shown: 'dark' | 'light' | undefined
  readonly choose: (theme: Theme) => void
}

export function useTheme(): ThemeChoice {
  const [choice, choose] = useRemembered<Theme>(THEME_KEY, ['system', 'dark', 'light'])
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  useEffect(() => {
    if (choice === undefined) return
    if (choice === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = choice
  }, [choice])
  const system = systemIsDark === undefined ? undefined : systemIsDark ? 'dark' : 'light'
  return { choice, shown: choice === 'system' ? system : choice, choose }
}
