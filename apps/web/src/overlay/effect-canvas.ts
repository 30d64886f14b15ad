// In: the effects that run, the time. Out: their picture on one canvas above her, which is not there while nothing flies.
import type { Ms } from '@psiona/shared/units'
import { type EffectField, type ParticlePlace, placeParticle } from './effect-particle'
import { alphaOf, type RunningEffect } from './effect-show'
import { EffectSprites } from './effect-sprites'
import { drawWave } from './effect-wave'
import { type Standing, standBox } from './overlay-space'

/** Things that fly are soft and fast: finer pixels than these are not seen. */
const DENSEST_PIXELS = 1.5

export class EffectCanvas {
  readonly #host: HTMLElement
  readonly #standing: Standing
  readonly #sprites = new EffectSprites()
  readonly #place: ParticlePlace = { x: 0, y: 0, width: 0, height: 0, angle: 0, alpha: 0 }
  #pen: CanvasRenderingContext2D | null = null

  constructor(host: HTMLElement, standing: Standing) {
    this.#host = host
    this.#standing = standing
  }

  /** `density`: most device px for one CSS px. */
  draw(running: readonly RunningEffect[], density: number, nowMs: Ms): void {
    if (running.length === 0) {
      this.close()
      return
    }
    const pen = this.#fitted(Math.min(density, window.devicePixelRatio, DENSEST_PIXELS))
    if (!pen) return
    const { width, height } = pen.canvas
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, width, height)
    const field = { width, height, her: standBox(width, height, this.#standing) }
    for (const effect of running) this.#drawEffect(pen, effect, field, nowMs)
  }

  /** Takes the canvas away; the next effect brings another. */
  close(): void {
    this.#pen?.canvas.remove()
    this.#pen = null
  }

  #fitted(density: number): CanvasRenderingContext2D | null {
    if (!this.#pen) {
      this.#pen = document.createElement('canvas').getContext('2d')
      if (this.#pen) this.#host.append(this.#pen.canvas)
    }
    const pen = this.#pen
    if (!pen) return null
    const [width, height] = [Math.round(this.#host.clientWidth * density), Math.round(this.#host.clientHeight * density)]
    if (width <= 0 || height <= 0) return null
    if (pen.canvas.width !== width) pen.canvas.width = width
    if (pen.canvas.height !== height) pen.canvas.height = height
    // Sprites are drawn at a fraction of their size; a canvas that is resized forgets it.
    pen.imageSmoothingQuality = 'medium'
    return pen
  }

  #drawEffect(pen: CanvasRenderingContext2D, running: RunningEffect, field: EffectField, nowMs: Ms): void {
    const { effect, fromMs, particles } = running
    const [alpha, place] = [alphaOf(running, nowMs), this.#place]
    if (effect.kind === 'waves') {
      pen.setTransform(1, 0, 0, 1, 0, 0)
      pen.globalAlpha = alpha
      drawWave(pen, Math.min(1, (nowMs - fromMs) / effect.durationMs), effect.strength, field.width, field.height)
    }
    for (const particle of particles) {
      if (!placeParticle(particle, (nowMs - fromMs) / 1000, field, place)) continue
      const [cos, sin] = [Math.cos(place.angle), Math.sin(place.angle)]
      pen.setTransform(cos, sin, -sin, cos, place.x, place.y)
      pen.globalAlpha = alpha * place.alpha
      pen.drawImage(this.#sprites.of(particle.sprite), -place.width / 2, -place.height / 2, place.width, place.height)
    }
  }
}
