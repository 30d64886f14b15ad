// Two rows of numbers flow in, how far they go together flows out, −1 to 1.

/** Pearson's r; 0 where one of them does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  let [product, squareA, squareB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [fromA, fromB] = [a[i]! - meanA, b[i]! - meanB]
    product += fromA * fromB
    squareA += fromA * fromA
    squareB += fromB * fromB
  }
  const size = Math.sqrt(squareA * squareB)
  return size > 0 ? product / size : 0
}

/** Spearman's ρ; equal numbers share the mean of their ranks. */
export const rankCorrelation = (a: readonly number[], b: readonly number[]): number => correlation(ranks(a), ranks(b))

const ranks = (list: readonly number[]): number[] =>
  list.map((value) => {
    let [below, equal] = [0, 0]
    for (const other of list) {
      if (other < value) below++
      else if (other === value) equal++
    }
    return below + (equal - 1) / 2
  })

function mean(list: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < list.length; i++) sum += list[i]!
  return sum / list.length
}
