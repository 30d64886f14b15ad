import { describe, expect, it } from 'vitest'
import { SubtitleTrack } from './subtitle-track'

const line = (lineId: string, startSample: number, epoch = 0) => ({
  lineId,
  turnId: 't',
  epoch,
  text: 'one two',
  words: [
    { text: 'one', startSample, endSample: startSample + 1000 },
    { text: 'two', startSample: startSample + 1500, endSample: startSample + 2500 },
  ],
  startSample,
  endSample: startSample + 2500,
})

describe('SubtitleTrack', () => {
  it('shows a line from its start and follows its words', () => {
    const track = new SubtitleTrack()
    track.add(line('a', 10_000))
    expect(track.at(null)).toBeNull()
    expect(track.at(9999)).toBeNull()
    expect([10_000, 11_200, 11_500, 12_500].map((sample) => track.at(sample)?.current)).toEqual([0, 0, 1, 2])
  })
  it('lets a line linger, but not over the next one', () => {
    const track = new SubtitleTrack()
    track.add(line('a', 0))
    track.add(line('b', 3000))
    expect(track.at(2900)?.lineId).toBe('a')
    expect(track.at(3000)?.lineId).toBe('b')
    expect(track.at(20_000)?.lineId).toBe('b')
    expect(track.at(60_000)).toBeNull()
  })
  it('gives the same object while nothing changes', () => {
    const track = new SubtitleTrack()
    track.add(line('a', 0))
    expect(track.at(100)).toBe(track.at(200))
  })
  it('takes other words for a line at once', () => {
    const track = new SubtitleTrack()
    track.add(line('a', 0))
    track.at(100)
    track.add({ ...line('a', 0), text: 'one three' })
    expect(
      track
        .at(100)
        ?.pieces.map((piece) => piece.text)
        .join(''),
    ).toBe('one three')
  })
  it('does not go back to a line that is sent again while the next is said', () => {
    const track = new SubtitleTrack()
    track.add(line('a', 0))
    track.add(line('b', 3000))
    track.add(line('a', 0))
    expect(track.at(3000)?.lineId).toBe('b')
  })
  it('[R104] drops what was cut, and takes a line sent again for the same line', () => {
    const track = new SubtitleTrack()
    track.add(line('a', 0))
    track.add(line('a', 0))
    expect(track.at(100)?.pieces.map((piece) => piece.text)).toEqual(['one ', 'two'])
    track.cut(1)
    expect(track.at(100)).toBeNull()
    track.add(line('b', 0, 1))
    expect(track.at(100)?.lineId).toBe('b')
  })
})
