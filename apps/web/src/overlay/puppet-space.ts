// Points in a deformer's own coordinates in, the same points on the canvas out.

export interface Deformer {
  /** Whether the last update moved any of its children. */
  readonly changed: boolean
  update(): void
  /** `count` points of x, y pairs from `local` to `out`, there from point `at` on. */
  place(local: Float32Array, count: number, out: Float32Array, at: number): void
}
