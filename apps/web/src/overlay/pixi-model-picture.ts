// A picture of a model in, the source of a texture out, shrunk as both drawers want it; and the bytes that pixels take on the graphics card.
import { ImageSource } from 'pixi.js'

const BYTES_A_PIXEL = 4
/** With all smaller copies of a texture. */
const MIPMAPPED = 4 / 3

export const plainBytes = (pixels: number): number => pixels * BYTES_A_PIXEL
export const mipmappedBytes = (pixels: number): number => plainBytes(pixels) * MIPMAPPED

/** `resource` is premultiplied; the caller closes it. */
export const pictureSource = (resource: ImageBitmap, maxAnisotropy = 1): ImageSource =>
  new ImageSource({
    resource,
    alphaMode: 'premultiplied-alpha',
    autoGenerateMipmaps: true,
    scaleMode: 'linear',
    // One level, chosen so that it is never shrunk more than by half: crisper than a mix of two, and half the work for a software GL.
    mipmapFilter: 'nearest',
    maxAnisotropy,
  })
