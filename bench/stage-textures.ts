// What a page holds on the graphics card, counted from outside its renderer. In: a page before it loads. Out: the bytes of textures that were
// given to a context that lives and not taken back.
import type { Page } from 'playwright-core'
import { z } from 'zod'

/** Runs in the page, before anything of ours: WebGL's own calls, counted. Mipmaps and renderbuffers are left out. */
const COUNTER = `(() => {
  const contexts = new Set()
  globalThis.textureBytes = () => {
    let bytes = 0
    for (const held of contexts) {
      const gl = held.gl.deref()
      if (!gl || gl.isContextLost()) contexts.delete(held)
      else for (const size of held.sizes.values()) bytes += size
    }
    return bytes
  }
  const bytesOf = (source) => 4 * (source.videoWidth ?? source.naturalWidth ?? source.width) * (source.videoHeight ?? source.naturalHeight ?? source.height)
  const { prototype } = WebGL2RenderingContext
  const heldBy = (gl) => {
    if (!gl.psionaHeld) {
      gl.psionaHeld = { gl: new WeakRef(gl), sizes: new Map(), bound: new Map(), unit: 0 }
      contexts.add(gl.psionaHeld)
    }
    return gl.psionaHeld
  }
  const wrap = (name, note) => {
    const original = prototype[name]
    prototype[name] = function (...given) {
      note(heldBy(this), given, this)
      return original.apply(this, given)
    }
  }
  const place = (held, target) => held.unit + ':' + (target >= 0x8515 && target <= 0x851a ? 0x8513 : target)
  wrap('activeTexture', (held, [unit]) => { held.unit = unit })
  wrap('bindTexture', (held, [target, texture]) => held.bound.set(place(held, target), texture))
  const filled = (held, target, bytes) => {
    const texture = held.bound.get(place(held, target))
    if (texture) held.sizes.set(texture, bytes)
  }
  wrap('texImage2D', (held, given) => {
    if (given[1] !== 0) return
    if (given.length >= 9) filled(held, given[0], 4 * given[3] * given[4])
    else filled(held, given[0], bytesOf(given.at(-1)))
  })
  wrap('texStorage2D', (held, [target, , , width, height]) => filled(held, target, 4 * width * height))
  wrap('deleteTexture', (held, [texture]) => held.sizes.delete(texture))
})()`

export const countTextures = (page: Page): Promise<unknown> => page.addInitScript(COUNTER)
export const textureBytes = (page: Page): Promise<number> => page.evaluate('globalThis.textureBytes()').then(z.number().parse)
