// A canvas in, what draws on it out, clear and without anything that moves by itself; or nothing is left behind. Whoever takes it destroys it.
import { WebGLRenderer } from 'pixi.js'
// The pages' policy forbids generated code; Pixi then reads its uniforms by plain functions.
import 'pixi.js/unsafe-eval'

export const createRenderer = async (canvas: HTMLCanvasElement, antialias: boolean): Promise<WebGLRenderer> => {
  const renderer = new WebGLRenderer()
  await renderer.init({
    canvas,
    width: 1,
    height: 1,
    antialias,
    backgroundAlpha: 0,
    autoDensity: true,
    skipExtensionImports: true,
    // Everything on the card lives as long as its stage does, seen or not; and what Cubism binds by itself, Pixi would think unused.
    gcActive: false,
  })
  return renderer
}
