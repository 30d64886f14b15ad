// The bytes of a .moc3 and what the Core can read in, nothing or a sentence that says why it cannot be drawn out.
import { FORMAT_AT, MOC3_MAGIC } from '@psiona/live2d/moc3-layout'
import { Moc3Mistake, readMoc3 } from '@psiona/live2d/moc3-read'
import { Problem } from '@psiona/shared/problem'

/** Which Cubism writes which format. */
const CUBISM = ['', '3.0', '3.3', '4.0', '4.2', '5.0', '5.3'] as const

const named = (format: number): string => (CUBISM[format] ? `Cubism ${CUBISM[format]} (format ${format})` : `format ${format}`)

export const checkMoc = (bytes: ArrayBuffer, newestFormat: number): void => {
  const file = new Uint8Array(bytes)
  const format = MOC3_MAGIC.every((byte, i) => file[i] === byte) ? (file[FORMAT_AT] ?? 0) : 0
  if (format > newestFormat)
    throw new Problem(
      'moc-too-new',
      'input',
      `Her .moc3 was made for ${named(format)}; the Cubism Core here reads up to ${named(newestFormat)}, so the puppet draws her. Fetch a newer Core on the Looks page, or export the model for an older Cubism.`,
    )
  try {
    readMoc3(file)
  } catch (cause) {
    throw damagedMoc(cause)
  }
}

/** The Core has refused what the bytes alone did not show. */
export const damagedMoc = (cause?: unknown): Problem => {
  const why = cause instanceof Moc3Mistake ? cause.message : 'Her .moc3 is damaged. Export or download it again.'
  return new Problem('moc-damaged', 'input', `Live2D cannot draw her, so the puppet does. ${why}`, { cause })
}
