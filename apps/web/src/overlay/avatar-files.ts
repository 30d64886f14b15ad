// A model's folder and the name of a file in it in, what the file says out. Nothing outside of the folder, or of this server, is asked for.
import { Problem } from '@psiona/shared/problem'
import type { z } from 'zod'

export const onThisServer = (address: string): URL => {
  const url = new URL(address, location.href)
  if (url.origin === new URL(location.href).origin) return url
  throw new Problem('bad-model', 'input', 'The model lies on another server. Take it in on the Looks page.')
}

/** '/models/tori' → its address with a closing slash. */
export const folderOf = (modelUrl: string): URL => onThisServer(modelUrl.endsWith('/') ? modelUrl : `${modelUrl}/`)

/** `path` as a file beside `base` names it. */
export const fileIn = (folder: URL, path: string, base = folder): URL => {
  const url = new URL(path.split('/').map(encodeURIComponent).join('/'), base)
  if (url.origin !== folder.origin || !url.pathname.startsWith(folder.pathname))
    throw new Problem('bad-model', 'input', `The model names the file ${path}, which is not in its folder. Take it in again.`)
  return url
}

const answer = async (url: URL): Promise<Response> => {
  let response: Response
  try {
    response = await fetch(url)
  } catch (cause) {
    throw new Problem('no-server', 'busy', 'The server does not answer. She comes back as soon as it does.', { cause })
  }
  if (response.ok) return response
  // A server on its way up says so by a number above 500.
  if (response.status >= 500)
    throw new Problem('no-server', 'busy', `The server cannot give ${url.pathname} now. She comes back as soon as it does.`)
  throw new Problem(
    'no-model',
    'missing',
    `The server has no ${decodeURI(url.pathname)}. Look whether the model lies under live2d-models.`,
  )
}

export const fetchBytes = async (url: URL): Promise<ArrayBuffer> => (await answer(url)).arrayBuffer()

const nameOf = (url: URL): string => decodeURI(url.pathname.slice(url.pathname.lastIndexOf('/') + 1))

export const readJson = <S extends z.ZodType>(url: URL, text: string, schema: S): z.infer<S> => {
  let json: unknown
  try {
    // Editors of other systems put a mark before the text.
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new Problem('bad-model', 'input', `The file ${nameOf(url)} is damaged: it is no JSON. Export or download it again.`, {
      cause,
    })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  throw new Problem('bad-model', 'input', `The file ${nameOf(url)} cannot be used: ${first?.message} Build or download it again.`)
}

export const fetchJson = async <S extends z.ZodType>(url: URL, schema: S): Promise<z.infer<S>> =>
  readJson(url, await (await answer(url)).text(), schema)

/** Premultiplied, so that soft edges blend without a seam. No side longer than `mostPixels`. The caller closes it. */
export const fetchBitmap = async (url: URL, mostPixels = Number.POSITIVE_INFINITY): Promise<ImageBitmap> => {
  const blob = await (await answer(url)).blob()
  const how = { premultiplyAlpha: 'premultiply', colorSpaceConversion: 'none' } as const
  try {
    const whole = await createImageBitmap(blob, how)
    const scale = mostPixels / Math.max(whole.width, whole.height)
    if (scale >= 1) return whole
    const [resizeWidth, resizeHeight] = [Math.floor(whole.width * scale), Math.floor(whole.height * scale)]
    const smaller = await createImageBitmap(blob, { ...how, resizeWidth, resizeHeight, resizeQuality: 'high' })
    whole.close()
    return smaller
  } catch (cause) {
    throw new Problem('bad-model', 'input', `The picture ${nameOf(url)} is damaged. Export or download it again.`, { cause })
  }
}
