// In: a figure as it was typed, or to be shown. Out: the number, held within its bounds, or null; the text, with a true minus.
export function typedFigure(typed: string, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): number | null {
  const plain = typed.trim().replace('−', '-').replace(',', '.')
  const value = Number(plain)
  return plain === '' || !Number.isFinite(value) ? null : Math.max(min, Math.min(max, value))
}

/** Three digits after the point at most, and no more than it has. */
export const figureText = (value: number): string => String(Math.round(value * 1000) / 1000).replace('-', '−')
