// What a viewer that comes late is told of the words.
import { BLOCK_SAMPLES, SAMPLE_RATE } from '@psiona/shared'
import { expect, test } from 'vitest'
import { aSubtitle } from '../../../../tests/fakes/voice-parts'
import { createSubtitleShelf } from './subtitle-shelf'

const names = (shelf: ReturnType<typeof createSubtitleShelf>) => shelf.current().map(({ lineId }) => lineId)

test('[R62] a line stays until it has surely left the loudspeaker', () => {
  const shelf = createSubtitleShelf()
  shelf.keep(aSubtitle('one', 0, 60))
  shelf.keep(aSubtitle('two', 60, 120))
  shelf.reached(60 * BLOCK_SAMPLES)
  expect(names(shelf)).toEqual(['one', 'two'])
  shelf.reached(61 * BLOCK_SAMPLES + SAMPLE_RATE)
  expect(names(shelf)).toEqual(['two'])
})

test('a line that is told again replaces itself', () => {
  const shelf = createSubtitleShelf()
  shelf.keep(aSubtitle('one', 0, 60))
  shelf.keep(aSubtitle('one', 10, 70))
  expect(shelf.current()).toEqual([aSubtitle('one', 10, 70)])
})

test('[R66] a cut takes away what is older, not what came after', () => {
  const shelf = createSubtitleShelf()
  shelf.keep(aSubtitle('old', 0, 60, 1))
  shelf.keep(aSubtitle('new', 60, 120, 2))
  shelf.cut(2)
  expect(names(shelf)).toEqual(['new'])
})
