// The rig's pendulums in, Cubism's physics out: one link each, tuned so that it swings as often and dies away as fast.
import type { Rig, RigPendulum } from '@psiona/shared'

/** Steps a second. Cubism's rule is discrete: stiffness and drag below are exact at this rate. */
const FPS = 60
/** Cubism measures time in these, whatever the rate. */
const TICKS_PER_SECOND = 30
/** Length of each link in Cubism's units, the size that its editor shows well. */
const RADIUS = 10
/** The rod is so many times what ours reaches: a stiff rod pulls a far mass back more weakly than a spring does, a longer one less so. */
const LENGTHENING = 2
/** Ours gives s / √(1 + s²) for a swing s, Cubism the angle of its link: with this, strong swings are as far apart as weak ones. */
const OUTPUT_SCALE = 0.9 * LENGTHENING

const DECIMALS = 1e5
const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS

/** A step of Cubism is x' = q (x + m (x - x before)), with q = radius / (radius + acceleration · ticks²): solved for the wanted swing. */
const tuned = ({ hertz, damping }: RigPendulum): { mobility: number; acceleration: number } => {
  const omega = 2 * Math.PI * hertz
  const decay = Math.exp((-damping * omega) / FPS)
  const turn = omega * Math.sqrt(Math.max(0, 1 - damping * damping))
  const q = 2 * decay * Math.cos(turn / FPS) - decay * decay
  const ticks = TICKS_PER_SECOND / FPS
  return { mobility: rounded((decay * decay) / q), acceleration: rounded((RADIUS * (1 / q - 1)) / ticks ** 2) }
}

const setting = (rig: Rig, pendulum: RigPendulum, index: number) => {
  const pulls = pendulum.inputs.map(({ parameter, weight }) => {
    const { min = 0, max = 0 } = rig.parameters.find((p) => p.id === parameter) ?? {}
    // Cubism counts from the middle of the range to its ends.
    return { parameter, px: (weight * (max - min)) / 2 }
  })
  const total = pulls.reduce((sum, { px }) => sum + Math.abs(px), 0)
  const span = rounded((total * RADIUS) / (pendulum.output.reach * LENGTHENING))
  const { mobility, acceleration } = tuned(pendulum)
  return {
    Id: `PhysicsSetting${index + 1}`,
    Input: pulls.map(({ parameter, px }) => ({
      Source: { Target: 'Parameter', Id: parameter },
      Weight: rounded((Math.abs(px) / total) * 100),
      Type: 'X',
      // Cubism's sums run against ours, and so does its angle: plain in and plain out is the same direction.
      Reflect: px < 0,
    })),
    Output: [
      {
        Destination: { Target: 'Parameter', Id: pendulum.output.parameter },
        VertexIndex: 1,
        Scale: OUTPUT_SCALE,
        Weight: 100,
        Type: 'Angle',
        Reflect: false,
      },
    ],
    Vertices: [
      { Position: { X: 0, Y: 0 }, Mobility: 1, Delay: 1, Acceleration: 1, Radius: 0 },
      { Position: { X: 0, Y: RADIUS }, Mobility: mobility, Delay: 1, Acceleration: acceleration, Radius: RADIUS },
    ],
    Normalization: {
      Position: { Minimum: -span, Default: 0, Maximum: span },
      Angle: { Minimum: -10, Default: 0, Maximum: 10 },
    },
  }
}

export const physicsFile = (rig: Rig) => ({
  Version: 3,
  Meta: {
    PhysicsSettingCount: rig.pendulums.length,
    TotalInputCount: rig.pendulums.reduce((sum, { inputs }) => sum + inputs.length, 0),
    TotalOutputCount: rig.pendulums.length,
    VertexCount: rig.pendulums.length * 2,
    Fps: FPS,
    EffectiveForces: { Gravity: { X: 0, Y: -1 }, Wind: { X: 0, Y: 0 } },
    PhysicsDictionary: rig.pendulums.map(({ id }, i) => ({ Id: `PhysicsSetting${i + 1}`, Name: id })),
  },
  PhysicsSettings: rig.pendulums.map((pendulum, i) => setting(rig, pendulum, i)),
})
