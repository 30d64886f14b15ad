// In: how she looked, and what was changed. Out: the change that brings it back.
import type { LookChange, LookState } from '@psiona/shared'

type Worn = Pick<LookState, 'variants' | 'outfits' | 'accessories'>

const wore = (things: readonly { readonly id: string; readonly worn: boolean }[]) => things.find(({ worn }) => worn)?.id ?? null

/** Everything that was put on by hand comes off again. */
export const AS_FILED: LookChange = { variant: null }

export function undoOf(before: Worn, { variant, outfit, accessories }: LookChange): LookChange {
  // Back to the file takes off whatever was put on by hand, so all of it goes on again.
  const all = variant === null
  const changed = (id: string) => all || Object.hasOwn(accessories ?? {}, id)
  const on = before.accessories.filter(({ id }) => changed(id)).map((one) => [one.id, one.on] as const)
  return {
    ...(variant === undefined ? {} : { variant: wore(before.variants) }),
    ...(all || outfit !== undefined ? { outfit: wore(before.outfits) } : {}),
    ...(on.length > 0 ? { accessories: Object.fromEntries(on) } : {}),
  }
}
