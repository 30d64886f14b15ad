// Rows of features and what each should give flow in one by one, the weights that give it best flow out: least squares, drawn to 0 by lambda.
//   w = (Σ x xᵀ + λ n I)⁻¹ Σ x y      the last feature is 1 and is not drawn

export class Ridge {
  private readonly square: Float64Array
  private readonly products: Float64Array
  private readonly size: number
  private readonly outputs: number
  private power: number[]
  private count = 0

  constructor(size: number, outputs: number) {
    this.size = size
    this.outputs = outputs
    this.square = new Float64Array(size * size)
    this.products = new Float64Array(size * outputs)
    this.power = new Array<number>(outputs).fill(0)
  }

  add(features: Float64Array, targets: ArrayLike<number>): void {
    const { size, outputs, square, products } = this
    for (let i = 0; i < size; i++) {
      const x = features[i]!
      for (let k = i; k < size; k++) square[i * size + k] = square[i * size + k]! + x * features[k]!
      for (let o = 0; o < outputs; o++) products[i * outputs + o] = products[i * outputs + o]! + x * targets[o]!
    }
    for (let o = 0; o < outputs; o++) this.power[o] = this.power[o]! + targets[o]! ** 2
    this.count++
  }

  /** One row of weights for each output, and the root mean square of what is left over. */
  solve(lambda: number): { rows: Float64Array[]; residuals: number[] } {
    const lower = this.cholesky(lambda * this.count)
    const rows = Array.from({ length: this.outputs }, (_, o) => this.substitute(lower, o))
    return { rows, residuals: rows.map((row, o) => this.residual(row, o)) }
  }

  private at(i: number, k: number): number {
    return this.square[Math.min(i, k) * this.size + Math.max(i, k)]!
  }

  private cholesky(drawn: number): Float64Array {
    const { size } = this
    const lower = new Float64Array(size * size)
    for (let i = 0; i < size; i++)
      for (let k = 0; k <= i; k++) {
        let sum = this.at(i, k) + (i === k && i < size - 1 ? drawn : 0)
        for (let j = 0; j < k; j++) sum -= lower[i * size + j]! * lower[k * size + j]!
        lower[i * size + k] = i === k ? Math.sqrt(sum) : sum / lower[k * size + k]!
      }
    return lower
  }

  private substitute(lower: Float64Array, output: number): Float64Array {
    const { size, outputs, products } = this
    const row = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      let sum = products[i * outputs + output]!
      for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * row[k]!
      row[i] = sum / lower[i * size + i]!
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = row[i]!
      for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * row[k]!
      row[i] = sum / lower[i * size + i]!
    }
    return row
  }

  private residual(row: Float64Array, output: number): number {
    let sum = this.power[output]!
    for (let i = 0; i < this.size; i++) {
      sum -= 2 * row[i]! * this.products[i * this.outputs + output]!
      for (let k = 0; k < this.size; k++) sum += row[i]! * row[k]! * this.at(i, k)
    }
    return Math.sqrt(Math.max(0, sum) / this.count)
  }
}
