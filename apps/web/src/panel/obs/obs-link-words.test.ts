import { ObsLink } from '@psiona/shared'
import { expect, test } from 'vitest'
import { obsLinkWords } from './obs-link-words'

const words = (link: ObsLink, detail = '') =>
  obsLinkWords({ link, detail, version: 'OBS 30.2.3, obs-websocket 5.5.2' }, '127.0.0.1:4455')

test('every state of the connection has a title of its own', () => {
  const titles = ObsLink.options.map((link) => words(link).title)
  expect(new Set(titles).size).toBe(titles.length)
})

test('the password is asked for where it is missing or wrong, and nowhere else', () => {
  expect(ObsLink.options.filter((link) => words(link).wantsPassword)).toEqual(['no-password', 'wrong-password'])
})

test('what the server says about it stands before what is known from here', () => {
  expect(words('waiting').detail).toContain('127.0.0.1:4455')
  expect(words('waiting', 'Refused. Next try in 4 s.').detail).toBe('Refused. Next try in 4 s.')
  expect(words('connected').detail).toBe('OBS 30.2.3, obs-websocket 5.5.2')
})

test('a connection that stands and is in doubt does not look fine', () => {
  expect(words('connected').look).toBe('ok')
  expect(words('connected', 'OBS does not answer at the moment.')).toMatchObject({
    look: 'trouble',
    detail: 'OBS does not answer at the moment.',
  })
})
