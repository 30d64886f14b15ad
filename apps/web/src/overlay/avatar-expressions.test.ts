import { describe, expect, it } from 'vitest'
import { ExpressionBlend, type ExpressionPart, pulledTogether } from './avatar-expressions'

const expression = (name: string, parts: readonly ExpressionPart[], fade = 0) => ({ name, fadeIn: fade, fadeOut: fade, parts })
const add = (parameter: number, value: number): ExpressionPart => ({ parameter, value, blend: 'Add' })
const multiply = (parameter: number, value: number): ExpressionPart => ({ parameter, value, blend: 'Multiply' })
const overwrite = (parameter: number, value: number): ExpressionPart => ({ parameter, value, blend: 'Overwrite' })

describe('expressions', () => {
  it('show as strongly as the feeling is', () => {
    const blend = new ExpressionBlend([expression('happy', [add(0, 1), multiply(1, 0.5), overwrite(2, 0)])], { joy: 'happy' }, 3)
    blend.feel({ joy: 0.5 })
    blend.step(1)
    expect(blend.apply(0, 0.2)).toBeCloseTo(0.7)
    expect(blend.apply(1, 1)).toBeCloseTo(0.75)
    expect(blend.apply(2, 1)).toBeCloseTo(0.5)
  })
  it('of several feelings blend, whichever comes first', () => {
    const happy = expression('happy', [overwrite(0, 1), add(1, 0.4)])
    const sad = expression('sad', [overwrite(0, -1), multiply(1, 0.5)])
    const values = [
      [happy, sad],
      [sad, happy],
    ].map((expressions) => {
      const blend = new ExpressionBlend(expressions, { joy: 'happy', sadness: 'sad' }, 2)
      blend.feel({ joy: 1, sadness: 0.5 })
      blend.step(1)
      return [blend.apply(0, 0), blend.apply(1, 1)]
    })
    expect(values[0]![0]).toBeCloseTo(1 / 3)
    expect(values[0]![1]).toBeCloseTo(1.15)
    expect(values[1]).toEqual(values[0])
  })
  it('fade in and out by their own times', () => {
    const blend = new ExpressionBlend([{ ...expression('happy', [add(0, 1)]), fadeIn: 0.5, fadeOut: 2 }], { joy: 'happy' }, 1)
    blend.feel({ joy: 1 })
    blend.step(0.25)
    expect(blend.apply(0, 0)).toBeCloseTo(0.5)
    blend.step(0.25)
    blend.feel({})
    blend.step(0.5)
    expect(blend.apply(0, 0)).toBeCloseTo(0.75)
    blend.step(5)
    expect(blend.apply(0, 0)).toBe(0)
  })
  it('shared by two feelings shows the stronger', () => {
    const blend = new ExpressionBlend([expression('soft', [add(0, 1)])], { calm: 'soft', affection: 'soft' }, 1)
    blend.feel({ calm: 0.3, affection: 0.8 })
    blend.step(1)
    expect(blend.apply(0, 0)).toBeCloseTo(0.8)
  })
  it('tried on show whole, and what she feels does not', () => {
    const blend = new ExpressionBlend([expression('a', [add(0, 1)]), expression('b', [add(1, 1)])], { joy: 'a' }, 2)
    blend.feel({ joy: 1 })
    blend.tryOn('b')
    blend.step(1)
    expect([blend.apply(0, 0), blend.apply(1, 0)]).toEqual([0, 1])
    blend.tryOn(null)
    blend.step(1)
    expect([blend.apply(0, 0), blend.apply(1, 0)]).toEqual([1, 0])
  })
})

describe('a frame and an expression at one parameter', () => {
  it('are not added when they pull the same way', () => {
    expect(pulledTogether(0.6, 0.8, 1)).toBe(0.8)
    expect(pulledTogether(-0.9, -0.8, 1)).toBe(-0.9)
  })
  it('share the room when they pull apart: a blink closes a widened eye', () => {
    expect(pulledTogether(-1, 0.3, 1)).toBe(-1)
    expect(pulledTogether(-0.5, 0.4, 1)).toBeCloseTo(-0.3)
  })
  it('meet without a step', () => {
    for (const expressed of [-0.5, 0.5])
      expect(Math.abs(pulledTogether(-1e-6, expressed, 1) - pulledTogether(1e-6, expressed, 1))).toBeLessThan(1e-5)
  })
  it('have no room where the frame can go no further', () => {
    expect(pulledTogether(0, 0.5, 0)).toBe(0.5)
  })
})
