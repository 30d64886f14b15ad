// The rig's ids in, what editors show for them out: names in groups.
import type { Rig } from '@psiona/shared'

/** The first that fits names the group. */
const GROUPS: readonly (readonly [RegExp, string, string])[] = [
  [/^Param(Angle)/, 'ParamGroupHead', 'Head'],
  [/^Param(Eye|Iris)/, 'ParamGroupEyes', 'Eyes'],
  [/^ParamBrow/, 'ParamGroupBrows', 'Brows'],
  [/^ParamMouth/, 'ParamGroupMouth', 'Mouth'],
  [/^Param(Body|Breath)/, 'ParamGroupBody', 'Body'],
  [/^Param(Arm|Hand)/, 'ParamGroupArms', 'Arms'],
  [/^Param(Outfit|Glasses|Mug)/, 'ParamGroupDress', 'Dress'],
  [/^ParamAngerMark|^Param(Tear|Sweat|Heart|Star|Question|Exclaim|Effect|Cheek)/, 'ParamGroupEffects', 'Effects'],
  [/^Param/, 'ParamGroupSwing', 'Swing'],
]
const groupOf = (id: string): string => GROUPS.find(([pattern]) => pattern.test(id))?.[1] ?? ''

/** 'ParamEyeLOpen' is 'Eye L open'. */
const words = (id: string, prefix: string): string => {
  const [first = '', ...rest] = id
    .replace(new RegExp(`^${prefix}`), '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])(?=[A-Z])/g, '$1 ')
    .split(' ')
  return [first, ...rest.map((word) => (word.length === 1 ? word : word.toLowerCase()))].join(' ')
}

export const displayNames = (rig: Rig) => ({
  Version: 3,
  Parameters: rig.parameters.map(({ id }) => ({ Id: id, GroupId: groupOf(id), Name: words(id, 'Param') })),
  ParameterGroups: GROUPS.filter(([, id]) => rig.parameters.some((p) => groupOf(p.id) === id)).map(([, id, name]) => ({
    Id: id,
    GroupId: '',
    Name: name,
  })),
  Parts: rig.parts.map(({ id }) => ({ Id: id, Name: words(id, 'Part') })),
})
