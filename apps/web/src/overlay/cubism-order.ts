// A Core's model in, the order in which its drawables are drawn out: 0 = first. Cores since 5.3 keep it at the model instead of at the drawables,
// with groups that are drawn apart counted in behind the drawables.

/** What is looked at of a model, whichever Core made it. */
interface OrderedModel {
  readonly drawables: { readonly count: number; readonly renderOrders?: Int32Array | undefined }
  readonly getRenderOrders?: () => Int32Array
}

/** Returns what is to be asked in every frame; null where the engine finds the order by itself. */
export function drawableOrder(model: OrderedModel): (() => Int32Array) | null {
  const { drawables } = model
  if (drawables.renderOrders !== undefined || !model.getRenderOrders) return null
  const ranks = new Int32Array(drawables.count)
  let drawn = new Int32Array(0)
  return () => {
    const orders = model.getRenderOrders?.() ?? ranks
    if (orders.length === ranks.length) return orders
    if (drawn.length !== orders.length) drawn = new Int32Array(orders.length)
    for (let i = 0; i < orders.length; i++) drawn[orders[i]!] = i
    let rank = 0
    for (const index of drawn) if (index < ranks.length) ranks[index] = rank++
    return ranks
  }
}
