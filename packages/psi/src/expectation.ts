// What is known beforehand flows in, a prediction flows out, and its error teaches: recursive least squares that forgets.
//   ŷ = W u      W ← W + (y − ŷ)(P u)ᵀ / (λ + uᵀ P u)      P ← (P − P u uᵀ P / (λ + uᵀ P u)) / λ
// A few numbers, made once.

/** λ: remembers about 50 syllables, a quarter of a minute. */
const MEMORY = 0.98
/** How far from 0 the weights may go before there is much to learn from, in units of what is predicted. */
const FIRST_VARIANCE = 0.3
/** What nothing tells about is not forgotten beyond this. */
const MOST_VARIANCE = 10

export class Expectation {
  readonly predicted: Float64Array
  private readonly inputs: number
  private readonly weights: Float64Array
  private readonly covariance: Float64Array
  private readonly gain: Float64Array

  constructor(inputs: number, outputs: number) {
    this.inputs = inputs
    this.predicted = new Float64Array(outputs)
    this.weights = new Float64Array(outputs * inputs)
    this.covariance = new Float64Array(inputs * inputs)
    this.gain = new Float64Array(inputs)
    for (let i = 0; i < inputs; i++) this.covariance[i * inputs + i] = FIRST_VARIANCE
  }

  predict(known: Float64Array): void {
    for (let k = 0; k < this.predicted.length; k++) {
      let sum = 0
      for (let i = 0; i < this.inputs; i++) sum += this.weights[k * this.inputs + i]! * known[i]!
      this.predicted[k] = sum
    }
  }

  /** `error`: observation less prediction for the same `known`; 0 where nothing was observed. */
  learn(known: Float64Array, error: Float64Array): void {
    const { inputs, gain, covariance, weights } = this
    let widest = 0
    for (let i = 0; i < inputs; i++) widest = Math.max(widest, covariance[i * inputs + i]!)
    const memory = widest < MOST_VARIANCE ? MEMORY : 1
    let power = memory
    for (let i = 0; i < inputs; i++) {
      let sum = 0
      for (let j = 0; j < inputs; j++) sum += covariance[i * inputs + j]! * known[j]!
      gain[i] = sum
      power += known[i]! * sum
    }
    for (let k = 0; k < error.length; k++)
      for (let i = 0; i < inputs; i++) weights[k * inputs + i] = weights[k * inputs + i]! + (error[k]! * gain[i]!) / power
    for (let i = 0; i < inputs; i++)
      for (let j = 0; j < inputs; j++)
        covariance[i * inputs + j] = (covariance[i * inputs + j]! - (gain[i]! * gain[j]!) / power) / memory
  }
}
