import { expect, test } from 'vitest'
import { eventGroups } from './event-groups'

test('what shares state and reason stands together, by the names of the panel', () => {
  const groups = eventGroups([
    { title: 'follow', state: 'on', why: '' },
    { title: 'redeem', state: 'trouble', why: 'no affiliate' },
    { title: 'ad-break', state: 'on', why: '' },
    { title: 'something new', state: 'trouble', why: 'no affiliate' },
    { title: 'poll', state: 'trouble', why: 'no scope' },
  ])
  expect(groups).toEqual([
    { state: 'on', why: '', titles: ['Follow', 'Ad break'] },
    { state: 'trouble', why: 'no affiliate', titles: ['Redeemed points', 'Something new'] },
    { state: 'trouble', why: 'no scope', titles: ['Poll'] },
  ])
})
