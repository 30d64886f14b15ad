// A model that must not be given to its library. Thrown in a model's process; the server makes a Problem of it.
export class UnusableModel extends Error {
  constructor(
    readonly code: 'model-file-missing' | 'model-file-damaged' | 'sherpa-missing',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause })
  }
}
