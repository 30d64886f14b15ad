// The voice organ with its real engine thread.
import { BLOCK_SAMPLES, type Line } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { lineOf, turnOf, type VoiceSetUp, voiceAtWork } from '../../../../tests/fakes/voice-at-work'
import type { PsiVoice } from './voice'

let voice: PsiVoice | null = null
afterEach(async () => {
  await voice?.close()
  voice = null
})
const setUp = async (options: VoiceSetUp = {}) => {
  const work = await voiceAtWork(options)
  voice = work.voice
  return work
}

describe('voice', () => {
  it('[R12] gives blocks without a gap, silent and moving when nobody speaks, sounding when a line comes', async () => {
    const { lines, until, seen, events, blocks } = await setUp()
    await until(() => blocks().length >= 10)
    expect(blocks().every(({ pcm }) => pcm === null)).toBe(true)
    lines.push(lineOf(turnOf('t1'), 'l1', 'Hello.'))
    await until(() => events.includes('over t1'))
    expect(events).toEqual(['started l1', 'heard Hello.', 'over t1'])
    expect(blocks().some(({ pcm, lineId }) => pcm !== null && lineId === 'l1')).toBe(true)
    expect(seen.find((part) => part.type === 'voice-subtitle')).toMatchObject({
      subtitle: { lineId: 'l1', text: 'Hello.', epoch: 0 },
    })
    const all = blocks()
    for (const [i, block] of all.entries()) {
      expect(block.blockId).toBe(i)
      expect(block.atSample).toBe(i * BLOCK_SAMPLES)
    }
  })

  it('[R13] a cut raises the epoch and comes before the first block of it; nothing of what was cut follows', async () => {
    const { voice: her, lines, until, seen, events, blocks } = await setUp()
    const controller = new AbortController()
    lines.push(lineOf(turnOf('t1', controller), 'l1', 'One two three four five six seven eight nine ten.'))
    await until(() => events.includes('started l1'))
    controller.abort('stop')
    her.cut('stop')
    expect(events.some((event) => /^heard (?!.*ten)/.test(event))).toBe(true)
    expect(events.at(-1)).toBe('over t1')
    await until(() => blocks().filter(({ epoch }) => epoch === 1).length > 30)
    const cutAt = seen.findIndex((part) => part.type === 'voice-cut')
    expect(seen[cutAt]).toMatchObject({ cut: { epoch: 1, reason: 'stop' } })
    const after = seen.slice(cutAt + 1).flatMap((part) => (part.type === 'voice-block' ? [part.block] : []))
    expect(after.every(({ epoch, pcm }) => epoch === 1 && pcm === null)).toBe(true)
    expect(after.every((block, i) => i === 0 || block.atSample === after[i - 1]!.atSample + BLOCK_SAMPLES)).toBe(true)
  })

  it('[R125] a line whose phones are still being read when she is cut never sounds', async () => {
    const reading: (() => void)[] = []
    const speakable = async () => {
      await new Promise<void>((resolve) => reading.push(resolve))
      return { phrases: null, note: null }
    }
    const { voice: her, lines, until, events, blocks } = await setUp({ speakable })
    const controller = new AbortController()
    lines.push(lineOf(turnOf('t1', controller), 'l1', 'Never said.'))
    await until(() => reading.length > 0)
    controller.abort('panic')
    her.cut('panic')
    for (const read of reading) read()
    await until(() => events.includes('over t1') && blocks().filter(({ epoch }) => epoch === 1).length > 60)
    expect(blocks().every(({ pcm }) => pcm === null)).toBe(true)
  })

  it('a line of an aborted turn never sounds, and its turn is over', async () => {
    const { lines, until, events, blocks } = await setUp()
    const controller = new AbortController()
    controller.abort('new-turn')
    lines.push(lineOf(turnOf('t1', controller), 'l1', 'Never said.'))
    await until(() => events.includes('over t1'))
    expect(blocks().every(({ pcm }) => pcm === null)).toBe(true)
  })

  it('a line without anything that can be spoken ends its turn', async () => {
    const { lines, until, events } = await setUp()
    lines.push(lineOf(turnOf('t1'), 'l1', '…'))
    await until(() => events.includes('over t1'))
    expect(events).toEqual(['over t1'])
  })

  it('a last line without anything that can be spoken waits until the lines before it have been heard', async () => {
    const { lines, until, events } = await setUp()
    const turn = turnOf('t1')
    lines.push(lineOf(turn, 'l1', 'First.', false))
    lines.push(lineOf(turn, 'l2', '…', true))
    await until(() => events.includes('over t1'))
    expect(events).toEqual(['started l1', 'heard First.', 'over t1'])
  })

  it('[R21] a line that was cut before it began is nothing that anybody heard', async () => {
    const { voice: her, lines, until, seen, events, words } = await setUp()
    const controller = new AbortController()
    const turn = turnOf('t1', controller)
    lines.push(lineOf(turn, 'l1', 'Hm.', false))
    lines.push(lineOf(turn, 'l2', 'Never.', true))
    await until(() => seen.some((part) => part.type === 'voice-subtitle' && part.subtitle.lineId === 'l2'))
    controller.abort('stop')
    her.cut('stop')
    expect(words.has('l2')).toBe(false)
    expect(events).not.toContain('heard Never.')
    expect(events.at(-1)).toBe('over t1')
  })

  it('when the engine thread dies the turn is over, the next one too, and health says what to do', async () => {
    const {
      voice: her,
      lines,
      until,
      seen,
      happened,
      events,
      troubles,
    } = await setUp({
      workerFile: `${root}/tests/fakes/doomed-engine.mjs`,
      seed: 2,
    })
    const turn = turnOf('t1')
    lines.push(lineOf(turn, 'l1', 'Begun.', false))
    lines.push(lineOf(turn, 'l2', 'Lost.'))
    await until(() => seen.some(({ type }) => type === 'voice-subtitle'))
    await happened('over t1')
    lines.push(lineOf(turnOf('t2'), 'l3', 'Lost as well.'))
    await happened('over t2')
    expect(events).not.toContain('started l2')
    expect(troubles.length).toBeGreaterThan(0)
    expect(her.health()).toMatchObject({ state: 'trouble', remedy: expect.stringMatching(/Restart/) })
  })

  it('when the lines break off it is told, and she stays on the stage', async () => {
    const broken = (async function* (): AsyncIterable<Line> {
      yield* []
      throw new Error('broken')
    })()
    const { voice: her, until, blocks, troubles } = await setUp({ source: broken })
    await until(() => troubles.length > 0 && blocks().length > 10)
    expect(troubles).toMatchObject([{ message: 'broken' }])
    expect(her.health().state).toBe('trouble')
  })

  it('the lines of one turn follow each other without a hole, and close it once', async () => {
    const { lines, until, events, seen } = await setUp()
    const turn = turnOf('t1')
    lines.push(lineOf(turn, 'l1', 'First.', false))
    lines.push(lineOf(turn, 'l2', 'Second.', false))
    lines.push(lineOf(turn, 'l3', '', true))
    await until(() => events.includes('over t1'))
    expect(events.filter((event) => event.startsWith('over'))).toEqual(['over t1'])
    const spans = seen.flatMap((part) => (part.type === 'voice-subtitle' ? [part.subtitle] : []))
    expect(spans.map(({ lineId }) => lineId)).toEqual(['l1', 'l2'])
    expect(spans[1]!.startSample - spans[0]!.endSample).toBeLessThan(BLOCK_SAMPLES)
  })
})
