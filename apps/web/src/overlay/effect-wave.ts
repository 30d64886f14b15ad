// In: how far an effect is, the size of the picture. Out: a wave packet that passes below her: two lines in antiphase under one envelope.
import type { Unit } from '@psiona/shared/units'

const LINES = [
  { colour: '127 240 210', rim: '35 137 125', sign: 1 },
  { colour: '247 191 74', rim: '179 112 28', sign: -1 },
] as const
/** Light around a line, without the cost of a blur: wide and faint first; then a rim, for bright pictures. */
const STROKES = [
  { width: 0.034, alpha: 0.14, ink: 'colour' },
  { width: 0.018, alpha: 0.3, ink: 'colour' },
  { width: 0.0105, alpha: 0.7, ink: 'rim' },
  { width: 0.007, alpha: 1, ink: 'colour' },
] as const
/** Shares of the picture's width: half the envelope, and one wave. */
const [ENVELOPE, WAVELENGTH] = [0.34, 0.11]
/** Of its height. */
const LEVEL: Unit = 0.82
/** Px between two points of a line. */
const STEP = 6
/** The waves move through their envelope, as those on water do. */
const PHASE_TURNS = 5

export function drawWave(pen: CanvasRenderingContext2D, done: Unit, strength: Unit, width: number, height: number): void {
  const unit = Math.min(width, height)
  const centre = -ENVELOPE + (1 + 2 * ENVELOPE) * done
  const tall = (0.05 + 0.06 * strength) * unit
  const [left, right] = [(centre - ENVELOPE) * width, (centre + ENVELOPE) * width]
  pen.lineCap = 'round'
  const before = pen.globalAlpha
  for (const line of LINES) {
    const path = new Path2D()
    for (let x = Math.max(-STEP, left); x <= Math.min(width + STEP, right); x += STEP) {
      const along = (x / width - centre) / ENVELOPE
      const phase = x / width / WAVELENGTH - PHASE_TURNS * done
      path.lineTo(x, LEVEL * height - line.sign * tall * Math.exp(-4 * along * along) * Math.cos(2 * Math.PI * phase))
    }
    for (const stroke of STROKES) {
      pen.strokeStyle = fading(pen, line[stroke.ink], left, right)
      pen.lineWidth = stroke.width * unit
      pen.globalAlpha = before * stroke.alpha
      pen.stroke(path)
    }
  }
  pen.globalAlpha = before
}

/** The line is gone where its envelope ends. */
function fading(pen: CanvasRenderingContext2D, colour: string, left: number, right: number): CanvasGradient {
  const light = pen.createLinearGradient(left, 0, right, 0)
  for (const [at, alpha] of [
    [0, 0],
    [0.3, 0.75],
    [0.5, 1],
    [0.7, 0.75],
    [1, 0],
  ] as const)
    light.addColorStop(at, `rgb(${colour} / ${alpha})`)
  return light
}
