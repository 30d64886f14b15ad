// How many samples may be looked at on either side flows in, weights for the places between two samples flow out: what a true peak is made of.

/** Sound is looked at this many times a sample, as BS.1770 wants it. */
const OVERSAMPLING = 4

/** For the places ¼, ½ and ¾ after sample n: weights of the samples n − reach + 1 … n + reach, a sinc under a Hann window. */
export function betweenSamples(reach: number): readonly Float64Array[] {
  return Array.from({ length: OVERSAMPLING - 1 }, (_, i) => {
    const place = (i + 1) / OVERSAMPLING
    const weights = Float64Array.from({ length: 2 * reach }, (_, k) => {
      const x = place - (k - reach + 1)
      return (Math.sin(Math.PI * x) / (Math.PI * x)) * (0.5 + 0.5 * Math.cos((Math.PI * x) / reach))
    })
    const sum = weights.reduce((total, w) => total + w, 0)
    return weights.map((w) => w / sum)
  })
}
