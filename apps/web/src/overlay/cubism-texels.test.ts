import { describe, expect, it } from 'vitest'
import { coarsestLevel, type MeshFacts, texelDensities } from './cubism-texels'

const square = (size: number) => Float32Array.of(0, 0, size, 0, 0, size, size, size)
const indices = Uint16Array.of(0, 1, 2, 1, 3, 2)
const mesh = (texture: number, size: number, share: number): MeshFacts => ({
  ...{ texture, places: square(size), uvs: square(share), indices },
})

describe('how finely textures are drawn', () => {
  it('is texels for one px of the canvas, texture by texture', () => {
    const textures = [
      { width: 1000, height: 1000 },
      { width: 2000, height: 500 },
      { width: 64, height: 64 },
    ]
    expect(texelDensities([mesh(0, 250, 0.5), mesh(1, 1000, 1)], textures)).toEqual([2, 1, 1])
  })
  it('is that of nearly all, not of a single fine mesh', () => {
    const meshes = [mesh(0, 100, 0.1), mesh(0, 10, 0.1)]
    expect(texelDensities(meshes, [{ width: 1000, height: 1000 }])[0]).toBeCloseTo(1)
  })
})

describe('the coarsest copy', () => {
  it('is half a level finer than usual', () => {
    expect(coarsestLevel(1, 1)).toBe(0)
    expect(coarsestLevel(1, 0.26)).toBe(1)
    expect(coarsestLevel(1, 0.24)).toBe(2)
    expect(coarsestLevel(4, 1)).toBe(2)
  })
  it('is the texture itself where it is magnified', () => {
    expect(coarsestLevel(1, 8)).toBe(0)
    expect(coarsestLevel(1, 0)).toBeGreaterThan(10)
  })
})
