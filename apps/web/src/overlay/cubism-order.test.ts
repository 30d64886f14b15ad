// In which order drawables are drawn, by old and new Cores.
import { expect, it } from 'vitest'
import { drawableOrder } from './cubism-order'

it('is left to the engine where the drawables have it', () => {
  expect(
    drawableOrder({ drawables: { count: 2, renderOrders: Int32Array.of(1, 0) }, getRenderOrders: () => Int32Array.of(0, 1) }),
  ).toBeNull()
  expect(drawableOrder({ drawables: { count: 2 } })).toBeNull()
})

it('is the model’s where newer Cores keep it', () => {
  expect(drawableOrder({ drawables: { count: 3 }, getRenderOrders: () => Int32Array.of(2, 0, 1) })?.()).toEqual(
    Int32Array.of(2, 0, 1),
  )
})

it('leaves out what is drawn apart, and follows changes', () => {
  let orders = Int32Array.of(4, 0, 3, 1, 2)
  const order = drawableOrder({ drawables: { count: 3 }, getRenderOrders: () => orders })
  expect(order?.()).toEqual(Int32Array.of(2, 0, 1))
  orders = Int32Array.of(0, 4, 1, 2, 3)
  expect(order?.()).toEqual(Int32Array.of(0, 2, 1))
})
