// Tori's files in, the settings in which both drawings of her are compared out, each with the meshes that may change by it.
import { readFileSync } from 'node:fs'
import { FACE_INDEX, restFace } from '@psiona/shared/face-frame'
import { Rig, type RigRectangle } from '@psiona/shared/rig'
import { z } from 'zod'
import { FaceLinks, OWN_LINKS } from '../../apps/web/src/overlay/avatar-links'
import { PuppetRig } from '../../apps/web/src/overlay/puppet-rig'
import type { FaceValues } from './avatar-page'

export const FACE = /^(mouth|lip|eye|iris|lid|lash|above_lid|brow|cheek|nose|fx)/
const HEAD = /./

export interface Setting {
  readonly name: string
  readonly face: FaceValues
  /** Meshes that change. */
  readonly moves: RegExp
  /** Hair needs its time. */
  readonly settleSeconds: number
}

const still = (name: string, face: FaceValues, moves: RegExp): Setting => ({ name, face, moves, settleSeconds: 0.1 })
const turned = (name: string, face: FaceValues): Setting => ({ name, face, moves: HEAD, settleSeconds: 2.5 })

/** Of the head's and the body's place nothing: what is left is the face. */
const faceOnly = (values: FaceValues): FaceValues =>
  Object.fromEntries(Object.entries(values).filter(([channel]) => !/^(angle|body)/.test(channel)))

const Expressions = z.record(z.string(), z.record(z.string(), z.number()))
const FEELINGS = ['joy', 'sadness', 'anger', 'surprise', 'affection', 'smug', 'curious', 'wink', 'laughing', 'embarrassment']

export const settingsOf = (expressionsFile: string): readonly Setting[] => {
  const expressions: Record<string, FaceValues> = Expressions.parse(JSON.parse(readFileSync(expressionsFile, 'utf8')))
  return [
    still('mouth open', { mouthOpen: 1 }, /^(mouth|lip)/),
    still('eyes shut', { eyeOpenL: 0, eyeOpenR: 0 }, /^(eye|iris|lid|lash|above_lid|brow)/),
    still('left eye shut', { eyeOpenL: 0 }, /^(eye|iris|lid|lash|above_lid|brow).*_L$/),
    still('looking aside', { gazeX: 1 }, /^(eye|iris)/),
    ...FEELINGS.flatMap((name) => (expressions[name] ? [still(name, faceOnly(expressions[name]), FACE)] : [])),
    turned('head left', { angleX: -30 }),
    turned('head right', { angleX: 30 }),
    turned('head up', { angleY: 30 }),
    turned('head down', { angleY: -30 }),
    turned('head tilted', { angleZ: 25 }),
  ]
}

export const rigOf = (file: string): Rig => Rig.parse(JSON.parse(readFileSync(file, 'utf8')))

const posed = (rig: Rig, values: FaceValues): PuppetRig => {
  const puppet = new PuppetRig(rig)
  const face = restFace()
  for (const [channel, value] of Object.entries(values)) face[FACE_INDEX[channel as keyof typeof FACE_INDEX]] = value
  const links = new FaceLinks(OWN_LINKS, rig.parameters)
  const out = new Float32Array(rig.parameters.length)
  links.write(face, out)
  for (const parameter of links.linked) puppet.set(parameter, out[parameter]!)
  puppet.update()
  return puppet
}

/** Boxes on the canvas around what a setting may change, before and after. */
export const boxesOf = (rig: Rig, { face, moves }: Setting): readonly RigRectangle[] =>
  [posed(rig, {}), posed(rig, face)].flatMap((puppet) =>
    puppet.meshes.filter((mesh) => moves.test(mesh.rig.id) && mesh.opacity > 0).map((mesh) => puppet.boundsOf([mesh])),
  )
