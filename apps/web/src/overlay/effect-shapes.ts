// In: a pen whose field reaches from -1 to 1, y downwards. Out: one shape drawn with it, in her colours. All shapes are our own.

export type Pen = OffscreenCanvasRenderingContext2D
export type Shape = (pen: Pen) => void

/** Parts of a shape are told from a bright and a dark picture alike by a thin line around them. */
const RIM = 0.09

export const heart =
  (from: string, to: string): Shape =>
  (pen) => {
    const path = new Path2D()
    path.moveTo(0, 0.82)
    path.bezierCurveTo(-1.3, -0.02, -0.86, -0.92, -0.38, -0.78)
    path.bezierCurveTo(-0.2, -0.73, -0.06, -0.6, 0, -0.42)
    path.bezierCurveTo(0.06, -0.6, 0.2, -0.73, 0.38, -0.78)
    path.bezierCurveTo(0.86, -0.92, 1.3, -0.02, 0, 0.82)
    path.closePath()
    fill(pen, path, from, to, '#ffffff')
    shine(pen, -0.38, -0.42, 0.17)
  }

export const star =
  (from: string, to: string, rim: string): Shape =>
  (pen) => {
    fill(pen, starPath(5, 0.88, 0.45), from, to, rim)
    shine(pen, -0.16, -0.3, 0.13)
  }

/** Four points with hollow sides, in a soft halo. */
export const sparkle =
  (inner: string, outer: string, rim: string): Shape =>
  (pen) => {
    halo(outer, false)(pen)
    const path = new Path2D()
    path.moveTo(0, -0.95)
    path.quadraticCurveTo(0.07, -0.07, 0.62, 0)
    path.quadraticCurveTo(0.07, 0.07, 0, 0.95)
    path.quadraticCurveTo(-0.07, 0.07, -0.62, 0)
    path.quadraticCurveTo(-0.07, -0.07, 0, -0.95)
    pen.lineJoin = 'round'
    pen.strokeStyle = rim
    pen.lineWidth = RIM
    pen.stroke(path)
    pen.fillStyle = inner
    pen.fill(path)
  }

/** A petal of a cherry: a notch at its tip. */
export const petal =
  (tip: string, root: string): Shape =>
  (pen) => {
    const path = new Path2D()
    path.moveTo(0, 0.9)
    path.bezierCurveTo(-0.86, 0.3, -0.7, -0.66, -0.22, -0.86)
    path.quadraticCurveTo(-0.06, -0.76, 0, -0.58)
    path.quadraticCurveTo(0.06, -0.76, 0.22, -0.86)
    path.bezierCurveTo(0.7, -0.66, 0.86, 0.3, 0, 0.9)
    path.closePath()
    fill(pen, path, tip, root, '#ffffff', 0.04)
    pen.strokeStyle = 'rgb(242 71 106 / 35%)'
    pen.lineWidth = 0.035
    pen.beginPath()
    pen.moveTo(0, 0.7)
    pen.quadraticCurveTo(-0.05, 0.1, 0, -0.3)
    pen.stroke()
  }

export const paper =
  (colour: string, round: boolean): Shape =>
  (pen) => {
    const path = new Path2D()
    if (round) path.arc(0, 0, 0.8, 0, 2 * Math.PI)
    else path.roundRect(-0.55, -0.9, 1.1, 1.8, 0.12)
    pen.fillStyle = colour
    pen.fill(path)
    // Paper is brighter where it bends.
    const sheen = pen.createLinearGradient(-0.6, -0.9, 0.6, 0.9)
    sheen.addColorStop(0.25, 'rgb(255 255 255 / 0%)')
    sheen.addColorStop(0.5, 'rgb(255 255 255 / 40%)')
    sheen.addColorStop(0.75, 'rgb(255 255 255 / 0%)')
    pen.fillStyle = sheen
    pen.fill(path)
  }

/** A soft light; with a bright core it is a spark. */
export const halo =
  (colour: string, hasCore: boolean): Shape =>
  (pen) => {
    const light = pen.createRadialGradient(0, 0, 0, 0, 0, 1)
    if (hasCore) light.addColorStop(0, '#ffffff')
    light.addColorStop(hasCore ? 0.22 : 0, colour)
    light.addColorStop(hasCore ? 0.5 : 0.3, `${colour}${hasCore ? 'cc' : '88'}`)
    light.addColorStop(1, `${colour}00`)
    pen.fillStyle = light
    pen.fillRect(-1, -1, 2, 2)
  }

/** A soft ball: flakes too far away to have arms. */
export const snowball: Shape = (pen) => {
  const light = pen.createRadialGradient(0, 0, 0.1, 0, 0, 0.95)
  light.addColorStop(0.5, '#ffffff')
  light.addColorStop(0.72, 'rgb(196 216 248 / 90%)')
  light.addColorStop(1, 'rgb(120 156 214 / 0%)')
  pen.fillStyle = light
  pen.fillRect(-1, -1, 2, 2)
}

/** Six arms with twigs. */
export const snowflake: Shape = (pen) => {
  pen.lineCap = 'round'
  for (const [colour, width] of [
    ['rgb(92 130 190 / 55%)', 0.2],
    ['#ffffff', 0.11],
  ] as const) {
    pen.strokeStyle = colour
    pen.lineWidth = width
    for (let arm = 0; arm < 6; arm++) {
      pen.save()
      pen.rotate((arm * Math.PI) / 3)
      pen.beginPath()
      pen.moveTo(0, 0)
      pen.lineTo(0, -0.84)
      for (const [root, reach] of [
        [0.36, 0.2],
        [0.6, 0.17],
      ] as const)
        for (const side of [-1, 1]) {
          pen.moveTo(0, -root)
          pen.lineTo(side * reach, -root - reach)
        }
      pen.stroke()
      pen.restore()
    }
  }
}

/** A streak, thin above and round below. */
export const raindrop: Shape = (pen) => {
  const path = new Path2D()
  path.moveTo(0, -0.98)
  path.quadraticCurveTo(0.11, 0.45, 0.11, 0.82)
  path.arc(0, 0.82, 0.11, 0, Math.PI)
  path.quadraticCurveTo(-0.11, 0.45, 0, -0.98)
  const water = pen.createLinearGradient(0, -1, 0, 0.95)
  water.addColorStop(0, 'rgb(140 195 245 / 0%)')
  water.addColorStop(0.7, 'rgb(110 178 240 / 85%)')
  water.addColorStop(1, 'rgb(190 225 255 / 95%)')
  pen.fillStyle = water
  pen.fill(path)
}

export const exclamation: Shape = (pen) => {
  const path = new Path2D()
  path.moveTo(-0.27, -0.9)
  path.quadraticCurveTo(0, -1.02, 0.27, -0.9)
  path.lineTo(0.13, 0.28)
  path.quadraticCurveTo(0, 0.38, -0.13, 0.28)
  path.closePath()
  path.moveTo(0.22, 0.7)
  path.arc(0, 0.7, 0.22, 0, 2 * Math.PI)
  fill(pen, path, '#ffe08a', '#ff8a5c', '#22153a', 0.12)
}

/** A stroke of surprise, as comics draw it. */
export const ray: Shape = (pen) => {
  const path = new Path2D()
  path.moveTo(0, -0.95)
  path.quadraticCurveTo(0.16, 0, 0.07, 0.9)
  path.lineTo(-0.07, 0.9)
  path.quadraticCurveTo(-0.16, 0, 0, -0.95)
  path.closePath()
  fill(pen, path, '#fff3cf', '#f7bf4a', '#22153a', 0.07)
}

function starPath(points: number, outer: number, inner: number): Path2D {
  const path = new Path2D()
  for (let i = 0; i < 2 * points; i++) {
    const angle = (i * Math.PI) / points - Math.PI / 2
    const radius = i % 2 === 0 ? outer : inner
    path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle))
  }
  path.closePath()
  return path
}

/** From above to below, with a rim behind it. */
function fill(pen: Pen, path: Path2D, from: string, to: string, rim: string, rimWidth = RIM): void {
  pen.lineJoin = 'round'
  pen.strokeStyle = rim
  pen.lineWidth = 2 * rimWidth
  pen.stroke(path)
  const colour = pen.createLinearGradient(0, -0.9, 0, 0.9)
  colour.addColorStop(0, from)
  colour.addColorStop(1, to)
  pen.fillStyle = colour
  pen.fill(path)
}

function shine(pen: Pen, x: number, y: number, radius: number): void {
  pen.fillStyle = 'rgb(255 255 255 / 75%)'
  pen.beginPath()
  pen.ellipse(x, y, radius, 0.62 * radius, -Math.PI / 4, 0, 2 * Math.PI)
  pen.fill()
}
