// The address of a rig in, the rig and its atlas out, both from the same origin.
import { Problem } from '@psiona/shared/problem'
import { Rig } from '@psiona/shared/rig'
import { z } from 'zod'
import { fetchBitmap, fetchJson, fileIn, folderOf, onThisServer } from './avatar-files'

/** '/models/tori/outfit.rig.json', or a folder: '/models/tori/' holds tori.rig.json. */
const rigUrl = (address: string): URL => {
  if (address.endsWith('.json')) return onThisServer(address)
  const folder = folderOf(address)
  return fileIn(folder, `${folder.pathname.split('/').at(-2)}.rig.json`)
}

export const fetchRig = (address: string): Promise<Rig> => fetchJson(rigUrl(address), Rig)

const Framed = z.object({ framings: Rig.shape.framings })
/** What of a rig says where she stands, for another drawing of the same model. */
export const fetchFramings = async (address: string): Promise<Rig['framings']> =>
  (await fetchJson(rigUrl(address), Framed)).framings

/** Premultiplied, so that soft edges blend without a seam. The caller closes it. */
export const fetchAtlas = (address: string, { textures: [first] }: Pick<Rig, 'textures'>): Promise<ImageBitmap> => {
  if (!first) throw new Problem('bad-model', 'input', 'The rig names no texture. Build or download it again.')
  return fetchBitmap(fileIn(new URL('.', rigUrl(address)), first.file))
}
