// The address of a model's folder in, its rig and its atlas out, both from the same origin.
import { Problem } from '@psiona/shared/problem'
import { Rig } from '@psiona/shared/rig'

const file = async (url: URL): Promise<Response> => {
  const answer = await fetch(url)
  if (!answer.ok)
    throw new Problem(
      'no-model',
      'missing',
      `The server has no ${url.pathname}. Look whether the model lies under live2d-models.`,
    )
  return answer
}

/** '/models/tori/' holds tori.rig.json. */
export const fetchRig = async (modelUrl: string): Promise<Rig> => {
  const folder = new URL(modelUrl.endsWith('/') ? modelUrl : `${modelUrl}/`, location.href)
  const name = folder.pathname.split('/').at(-2)
  const parsed = Rig.safeParse(await (await file(new URL(`${name}.rig.json`, folder))).json())
  if (!parsed.success) {
    const [first] = parsed.error.issues
    throw new Problem('bad-model', 'input', `The rig of ${name} cannot be used: ${first?.message} Build or download it again.`)
  }
  return parsed.data
}

/** Premultiplied, so that soft edges blend without a seam. The caller closes it. */
export const fetchAtlas = async (modelUrl: string, name: string): Promise<ImageBitmap> => {
  const folder = new URL(modelUrl.endsWith('/') ? modelUrl : `${modelUrl}/`, location.href)
  const blob = await (await file(new URL(name, folder))).blob()
  return createImageBitmap(blob, { premultiplyAlpha: 'premultiply', colorSpaceConversion: 'none' })
}
