// In: a complex signal whose length is a power of two. Out: its spectrum, in place.
export interface Fourier {
  transform(re: Float32Array, im: Float32Array): void
}

/** Decimation in time; tables are made once for a length. */
export function createFourier(length: number): Fourier {
  const bits = Math.log2(length)
  const half = length / 2
  const cos = Float32Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / length))
  const sin = Float32Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / length))
  const mirrored = Uint32Array.from({ length }, (_, index) => {
    let out = 0
    for (let bit = 0; bit < bits; bit++) if (index & (1 << bit)) out |= 1 << (bits - 1 - bit)
    return out
  })
  return {
    transform(re, im) {
      for (let i = 0; i < length; i++) {
        const j = mirrored[i]!
        if (j <= i) continue
        const [r, m] = [re[i]!, im[i]!]
        re[i] = re[j]!
        im[i] = im[j]!
        re[j] = r
        im[j] = m
      }
      for (let size = 2; size <= length; size *= 2) {
        const reach = size / 2
        const stride = length / size
        for (let start = 0; start < length; start += size)
          for (let k = 0; k < reach; k++) {
            const [even, odd] = [start + k, start + k + reach]
            const [c, s] = [cos[k * stride]!, sin[k * stride]!]
            const r = re[odd]! * c + im[odd]! * s
            const m = im[odd]! * c - re[odd]! * s
            re[odd] = re[even]! - r
            im[odd] = im[even]! - m
            re[even] = re[even]! + r
            im[even] = im[even]! + m
          }
      }
    },
  }
}
