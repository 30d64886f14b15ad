// The port behind which somebody draws her: face frames go in, a picture on a canvas comes out.
import type { FaceFrame } from '@psiona/shared/face-frame'

export interface Avatar {
  /** One face frame → pose. Called once an animation frame; seconds since the last call drive hair physics. */
  pose(face: FaceFrame, elapsedSeconds: number): void
  /** In CSS px. */
  resize(width: number, height: number, devicePixelRatio: number): void
  render(): void
  destroy(): void
}
