import { describe, expect, it } from 'vitest'
import { type ModelMotion, MotionPlayer, type MotionShelf } from './avatar-motions'

const motion = (value: number, more: Partial<ModelMotion> = {}): ModelMotion => ({
  durationSeconds: 2,
  loop: false,
  fadeIn: 0.5,
  fadeOut: 0.5,
  dials: [0],
  valueAt: () => value,
  ...more,
})

const shelfOf = (groups: Record<string, readonly ModelMotion[]>): MotionShelf & { asked: string[] } => {
  const asked: string[] = []
  return {
    asked,
    groups: Object.keys(groups),
    load: async (group) => {
      asked.push(group)
      return groups[group] ?? []
    },
  }
}

/** Reading a file takes a turn of the event loop. */
const read = () => new Promise((resolve) => setImmediate(resolve))
const armOf = (player: MotionPlayer): number => {
  const out = new Float32Array(2)
  player.write(out)
  return out[0]!
}

describe('motions', () => {
  it('fade in, play and fade out', async () => {
    const player = new MotionPlayer(shelfOf({ Wave: [motion(1)] }), { greeting: 'Wave' })
    player.step(0)
    expect(player.cue('greeting')).toBe(true)
    await read()
    player.step(0.25)
    expect(armOf(player)).toBeCloseTo(0.5)
    player.step(0.75)
    expect(armOf(player)).toBe(1)
    player.step(0.75)
    expect(armOf(player)).toBeCloseTo(0.5)
    player.step(0.5)
    expect(armOf(player)).toBe(0)
  })
  it('idle ones follow each other and give way to others', async () => {
    const shelf = shelfOf({ Idle: [motion(0.2), motion(0.4)], Wave: [motion(1)] })
    const player = new MotionPlayer(shelf, { idle: 'Idle', tap: 'Wave' }, () => 0.9)
    player.step(0)
    await read()
    player.step(1)
    expect(armOf(player)).toBeCloseTo(0.4)
    player.cue('tap')
    await read()
    player.step(1)
    expect(armOf(player)).toBe(1)
    player.step(0.6)
    await read()
    player.step(1)
    expect(armOf(player)).toBeCloseTo(0.4)
  })
  it('idle from the first moment, with nothing to fade from', async () => {
    const player = new MotionPlayer(shelfOf({ Idle: [motion(1)] }), { idle: 'Idle' })
    await read()
    player.step(0)
    expect(armOf(player)).toBe(1)
  })
  it('idle without a gap: the next begins while the last fades', async () => {
    const player = new MotionPlayer(shelfOf({ Idle: [motion(1), motion(1)] }), { idle: 'Idle' })
    player.step(0)
    await read()
    player.step(1)
    let least = 1
    for (let i = 0; i < 300; i++) {
      player.step(1 / 60)
      await read()
      least = Math.min(least, armOf(player))
    }
    expect(least).toBeGreaterThan(0.7)
  })
  it('idle by one that is shorter than its fade: it is played, not begun anew in every frame', async () => {
    const seen: number[] = []
    const short = motion(1, {
      durationSeconds: 0.4,
      valueAt: (_, seconds) => {
        seen.push(seconds)
        return 1
      },
    })
    const shelf = shelfOf({ Idle: [short, short] })
    const player = new MotionPlayer(shelf, { idle: 'Idle' })
    await read()
    for (let i = 0; i < 60; i++) {
      player.step(1 / 60)
      await read()
      armOf(player)
    }
    expect(Math.max(...seen)).toBeGreaterThan(0.3)
    expect(shelf.asked.length).toBeLessThan(8)
  })
  it('idle by a pose without length: it is held', async () => {
    const shelf = shelfOf({ Idle: [motion(1, { durationSeconds: 0 })] })
    const player = new MotionPlayer(shelf, { idle: 'Idle' })
    await read()
    for (let i = 0; i < 30; i++) {
      player.step(0.1)
      await read()
    }
    expect(armOf(player)).toBe(1)
    expect(shelf.asked).toEqual(['Idle'])
  })
  it('loop only when there is nothing else to idle by', async () => {
    const player = new MotionPlayer(shelfOf({ Idle: [motion(1, { loop: true })], Wave: [motion(0.5, { loop: true })] }), {
      idle: 'Idle',
      tap: 'Wave',
    })
    player.step(0)
    await read()
    player.step(30)
    expect(armOf(player)).toBe(1)
    player.cue('tap')
    await read()
    player.step(1)
    expect(armOf(player)).toBeCloseTo(0.5)
    player.step(1.5)
    await read()
    player.step(1)
    expect(armOf(player)).toBe(1)
  })
  it('of a mood do not cut off what she does', async () => {
    const player = new MotionPlayer(shelfOf({ Wave: [motion(1)], Sigh: [motion(0.5)] }), {
      'gesture-nod': 'Wave',
      'emotion-sadness': 'Sigh',
    })
    player.cue('gesture-nod')
    await read()
    expect(player.cue('emotion-sadness')).toBe(false)
    player.step(3)
    expect(player.cue('emotion-sadness')).toBe(true)
  })
  it('that the model does not have are not played', () => {
    const shelf = shelfOf({ Wave: [motion(1)] })
    const player = new MotionPlayer(shelf, { idle: 'Gone' })
    expect(player.cue('applause')).toBe(false)
    expect(player.start('Other')).toBe(false)
    player.step(1)
    expect(shelf.asked).toEqual([])
  })
  it('that cannot be read are asked for once', async () => {
    const shelf = shelfOf({ Idle: [] })
    const player = new MotionPlayer(shelf, { idle: 'Idle' })
    for (let i = 0; i < 5; i++) {
      player.step(0.1)
      await read()
    }
    expect(shelf.asked).toEqual(['Idle'])
  })
  it('wished for meanwhile: the newest plays', async () => {
    const player = new MotionPlayer(shelfOf({ A: [motion(0.3)], B: [motion(0.6)] }), {})
    player.start('A')
    player.start('B')
    await read()
    player.step(1)
    expect(armOf(player)).toBeCloseTo(0.6)
  })
})
