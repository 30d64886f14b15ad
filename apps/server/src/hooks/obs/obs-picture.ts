// A picture of a source, or of what viewers see. In: a line, a name, a width in pixels. Out: a png, with its transparency.
import { CurrentSceneAnswer, PictureAnswer } from './obs-answer.external'
import type { ObsLine } from './obs-link'
import type { ObsNames } from './obs-names'
import { obsProblem } from './obs-problem'

/** @throws Problem that says what to do */
export async function takeObsPicture(
  line: ObsLine,
  names: ObsNames,
  source: string | undefined,
  imageWidth: number,
): Promise<Uint8Array> {
  try {
    const sourceName =
      source === undefined
        ? CurrentSceneAnswer.parse(await line.call('GetCurrentProgramScene')).currentProgramSceneName
        : names.real(source)
    const answer = await line.call('GetSourceScreenshot', { sourceName, imageFormat: 'png', imageWidth })
    const { imageData } = PictureAnswer.parse(answer)
    return Buffer.from(imageData.slice(imageData.indexOf(',') + 1), 'base64')
  } catch (cause) {
    throw obsProblem(cause, source === undefined ? 'the scene' : names.hidden(`source “${source}”`))
  }
}
