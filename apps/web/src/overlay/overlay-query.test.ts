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
      badge: null,
      scale: 1,
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
  it.each([
    ['?subtitles=loud', { subtitles: null }],
    ['?scale=-2', { scale: 1 }],
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
