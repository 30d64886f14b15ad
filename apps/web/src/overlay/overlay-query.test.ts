import { describe, expect, it } from 'vitest'
import { overlayQuery } from './overlay-query'

const query = (search: string, hash = '') => overlayQuery({ search, hash })

describe('overlayQuery', () => {
  it('leaves everything to the settings when nothing is chosen', () => {
    expect(query('', '#token=abc')).toEqual({
      token: 'abc',
      preview: false,
      phone: false,
      studio: false,
      ui: true,
      subtitles: null,
      subtitlePlace: null,
      subtitleScale: null,
      scale: 1,
      safeAreaPercent: null,
      bubbles: null,
      effects: null,
      badge: null,
      gaze: null,
      fps: null,
      quality: null,
      renderer: null,
      align: 'center',
      background: 'transparent',
      framing: 'full',
      antialias: false,
    })
  })
  it('takes what is chosen', () => {
    expect(
      query('?preview=1&studio=1&ui=0&subtitles=plain&badge=0&scale=1.5&align=right&bg=00ff00&framing=bust&antialias=1'),
    ).toMatchObject({
      preview: true,
      studio: true,
      ui: false,
      subtitles: 'plain',
      badge: false,
      scale: 1.5,
      align: 'right',
      background: '#00ff00',
      framing: 'bust',
      antialias: true,
    })
  })
  it('takes what is chosen over the settings', () => {
    const search = 'subtitles=one-word&subtitlePlace=beside&subtitleScale=2&safe=7.5&bubbles=right&effects=0&gaze=camera'
    expect(query(`?${search}&fps=24&quality=medium&renderer=puppet`)).toMatchObject({
      subtitles: 'one-word',
      subtitlePlace: 'beside',
      subtitleScale: 2,
      safeAreaPercent: 7.5,
      bubbles: 'right',
      effects: false,
      gaze: 'camera',
      fps: 24,
      quality: 'medium',
      renderer: 'puppet',
    })
  })
  it.each([
    ['?subtitles=loud', { subtitles: null }],
    ['?scale=-2', { scale: 1 }],
    ['?scale=', { scale: 1 }],
    ['?scale=0', { scale: 1 }],
    ['?subtitleScale=0.1', { subtitleScale: 0.5 }],
    ['?subtitlePlace=above', { subtitlePlace: null }],
    ['?safe=', { safeAreaPercent: null }],
    ['?safe=-1', { safeAreaPercent: null }],
    ['?safe=0', { safeAreaPercent: 0 }],
    ['?safe=90', { safeAreaPercent: 20 }],
    ['?fps=59', { fps: null }],
    ['?fps=screen', { fps: 'screen' }],
    ['?fps=', { fps: null }],
    ['?quality=ultra', { quality: null }],
    ['?renderer=live2d', { renderer: null }],
    ['?bubbles=yes', { bubbles: null }],
    ['?effects=maybe', { effects: null }],
    ['?scale=abc', { scale: 1 }],
    ['?scale=99', { scale: 3 }],
    ['?align=toString', { align: 'center' }],
    ['?bg=url(x)', { background: 'transparent' }],
    ['?badge=maybe', { badge: null }],
  ])('takes %s for the default', (search, expected) => {
    expect(query(search)).toMatchObject(expected)
  })
  it('takes the token from the fragment only', () => {
    expect(query('?token=abc').token).toBe('')
  })
})
