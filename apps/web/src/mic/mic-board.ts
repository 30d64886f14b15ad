// In: what each part of the microphone finds out. Out: one view for whoever looks, with the worst problem of those that are so.
import { observable } from '../lib/observable'
import { worstOf } from './mic-problem'
import { FIRST_VIEW, type MicProblem, type MicProblemCode, type MicrophoneView, NO_LEVEL } from './microphone-view'

export class MicBoard {
  readonly view = observable(FIRST_VIEW)
  readonly level = observable(NO_LEVEL)
  readonly #problems = new Map<MicProblemCode, MicProblem>()

  get now(): MicrophoneView {
    return this.view.get()
  }

  show(change: Partial<MicrophoneView>): void {
    this.view.set({ ...this.now, ...change })
  }

  raise(problem: MicProblem): void {
    this.#problems.set(problem.code, problem)
    this.#showWorst()
  }

  clear(...codes: readonly MicProblemCode[]): void {
    const had = codes.filter((code) => this.#problems.delete(code))
    if (had.length > 0) this.#showWorst()
  }

  /** As it was before anybody attended. */
  reset(): void {
    this.#problems.clear()
    this.view.set(FIRST_VIEW)
    this.level.set(NO_LEVEL)
  }

  #showWorst(): void {
    this.show({ problem: worstOf([...this.#problems.values()]) })
  }
}
