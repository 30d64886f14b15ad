import { OverlaySettings } from '@psiona/shared/settings'
import { describe, expect, it } from 'vitest'
import { overlayChoice } from './overlay-choice'
import { overlayQuery } from './overlay-query'

const settings = OverlaySettings.parse({ subtitles: 'karaoke', fps: 30, bubbles: { on: true, side: 'right' } })
const choice = (search: string) => overlayChoice(settings, overlayQuery({ search, hash: '' }))

describe('overlayChoice', () => {
  it('leaves the settings as they are when the address says nothing', () => {
    expect(choice('')).toEqual(settings)
    expect(choice('?subtitles=loud&fps=0&bubbles=up&safe=x&gaze=sideways')).toEqual(settings)
  })
  it('lets the address win, setting by setting', () => {
    expect(choice('?subtitles=off&fps=screen&quality=low&gaze=chat&renderer=puppet&safe=0&effects=0&badge=0')).toMatchObject({
      subtitles: 'off',
      fps: 'screen',
      quality: 'low',
      gaze: 'chat',
      renderer: 'puppet',
      safeAreaPercent: 0,
      effects: { on: false, by: settings.effects.by },
      badge: false,
      subtitlePlace: settings.subtitlePlace,
    })
  })
  it.each([
    ['?bubbles=0', { on: false, side: 'right' }],
    ['?bubbles=1', { on: true, side: 'right' }],
    ['?bubbles=left', { on: true, side: 'left' }],
  ])('takes %s for a switch or a side', (search, bubbles) => {
    expect(choice(search).bubbles).toMatchObject(bubbles)
  })
})
