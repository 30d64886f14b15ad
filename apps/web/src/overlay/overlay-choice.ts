// In: the owner's settings and the page's address. Out: what counts on this page: the address wins, setting by setting.
import type { OverlaySettings } from '@psiona/shared/settings'
import type { OverlayQuery } from './overlay-query'

export function overlayChoice(settings: OverlaySettings, query: OverlayQuery): OverlaySettings {
  const { bubbles } = query
  return {
    ...settings,
    subtitles: query.subtitles ?? settings.subtitles,
    subtitlePlace: query.subtitlePlace ?? settings.subtitlePlace,
    subtitleScale: query.subtitleScale ?? settings.subtitleScale,
    safeAreaPercent: query.safeAreaPercent ?? settings.safeAreaPercent,
    badge: query.badge ?? settings.badge,
    fps: query.fps ?? settings.fps,
    quality: query.quality ?? settings.quality,
    renderer: query.renderer ?? settings.renderer,
    gaze: query.gaze ?? settings.gaze,
    bubbles: {
      ...settings.bubbles,
      on: bubbles === null ? settings.bubbles.on : bubbles !== '0',
      side: bubbles === 'left' || bubbles === 'right' ? bubbles : settings.bubbles.side,
    },
    effects: { ...settings.effects, on: query.effects ?? settings.effects.on },
  }
}
