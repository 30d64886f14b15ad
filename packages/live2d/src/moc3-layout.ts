// Where things lie in a .moc3, as a table for writer and reader. The layout was found by comparing files with what the Core says of
// them; Live2D does not publish it. All numbers are little-endian.

export const MOC3_MAGIC = [0x4d, 0x4f, 0x43, 0x33] as const
/** Byte 4: 1 = Cubism 3.0, 2 = 3.3, 3 = 4.0, 4 = 4.2, 5 = 5.0, 6 = 5.3. */
export const MOC3_NEWEST_FORMAT = 6
export const OLDEST_FORMAT = 1
export const FORMAT_AT = 4
export const BIG_ENDIAN_FLAG_AT = 5
/** 160 absolute offsets, u32; a format fills as many as it has sections. */
export const OFFSETS_AT = 0x40
export const HEADER_BYTES = 0x7c0
/** Each section begins on 64 bytes, but ids follow the space before them directly. */
export const ALIGN_BYTES = 64
export const COUNTS_BYTES = 128
export const CANVAS_BYTES = 64
/** An id with a closing zero. */
export const ID_BYTES = 64
/** Each keyform of points begins on this many floats. */
export const POSITIONS_ALIGN = 16

/** The counts of section 0, in order. */
export const COUNTS = [
  'parts',
  'deformers',
  'warps',
  'rotations',
  'meshes',
  'parameters',
  'partForms',
  'warpForms',
  'rotationForms',
  'meshForms',
  'positions',
  'bandBindings',
  'bands',
  'bindings',
  'keys',
  'uvs',
  'indices',
  'masks',
  'groups',
  'groupObjects',
  'glues',
  'glueInfos',
  'glueForms',
] as const
export type CountName = (typeof COUNTS)[number]

/** `space` is room of 8 bytes each that the Core uses while it runs. */
export type Element = 'space' | 'id' | 'i32' | 'f32' | 'i16' | 'u8'
export const ELEMENT_BYTES: Readonly<Record<Element, number>> = { space: 8, id: ID_BYTES, i32: 4, f32: 4, i16: 2, u8: 1 }

export interface Section {
  readonly name: string
  readonly element: Element
  readonly count: CountName
}

/** Section 0 has the counts, 1 the canvas; these follow from 2 on. */
export const FIRST_SECTION = 2

const of = (count: CountName, ...columns: readonly string[]): Section[] =>
  columns.map((column) => {
    const [name = '', element = 'i32'] = column.split(':')
    return { name: `${count}.${name}`, element: element as Element, count }
  })

const SECTIONS: readonly Section[] = [
  ...of('parts', 'space:space', 'id:id', 'band', 'formBegin', 'formCount', 'visible', 'enabled', 'parent'),
  ...of('deformers', 'space:space', 'id:id', 'band', 'visible', 'enabled', 'part', 'parent', 'kind', 'index'),
  ...of('warps', 'band', 'formBegin', 'formCount', 'pointCount', 'rows', 'columns'),
  ...of('rotations', 'band', 'formBegin', 'formCount', 'baseDegrees:f32'),
  ...of('meshes', 'space0:space', 'space1:space', 'space2:space', 'space3:space', 'id:id', 'band', 'formBegin', 'formCount'),
  ...of('meshes', 'visible', 'enabled', 'part', 'parent', 'texture', 'flags:u8', 'pointCount', 'uvBegin', 'indexBegin'),
  ...of('meshes', 'indexCount', 'maskBegin', 'maskCount'),
  ...of('parameters', 'space:space', 'id:id', 'max:f32', 'min:f32', 'default:f32', 'repeat', 'decimals'),
  ...of('parameters', 'bindingBegin', 'bindingCount'),
  ...of('partForms', 'drawOrder:f32'),
  ...of('warpForms', 'opacity:f32', 'positionBegin'),
  ...of('rotationForms', 'opacity:f32', 'degrees:f32', 'x:f32', 'y:f32', 'scale:f32', 'flipX', 'flipY'),
  ...of('meshForms', 'opacity:f32', 'drawOrder:f32', 'positionBegin'),
  ...of('positions', 'value:f32'),
  ...of('bandBindings', 'binding'),
  ...of('bands', 'begin', 'count'),
  ...of('bindings', 'keyBegin', 'keyCount'),
  ...of('keys', 'value:f32'),
  ...of('uvs', 'value:f32'),
  ...of('indices', 'value:i16'),
  ...of('masks', 'mesh'),
  ...of('groups', 'begin', 'count', 'total', 'maxOrder', 'minOrder'),
  ...of('groupObjects', 'kind', 'index', 'group'),
  ...of('glues', 'space:space', 'id:id', 'band', 'formBegin', 'formCount', 'meshA', 'meshB', 'infoBegin', 'infoCount'),
  ...of('glueInfos', 'weight:f32', 'index:i16'),
  ...of('glueForms', 'intensity:f32'),
]

/** Formats add sections at the end and change none before. From 2 on a warp may bend its cells as quads. */
export const QUADS_FORMAT = 2
const QUADS = of('warps', 'quads')

/** Formats after these add more, which nobody here reads. */
export const sectionsOf = (format: number): readonly Section[] => (format >= QUADS_FORMAT ? [...SECTIONS, ...QUADS] : SECTIONS)

export const DEFORMER_KIND = { warp: 0, rotation: 1 } as const
/** Bits of meshes.flags. */
export const MESH_FLAGS = { add: 1, multiply: 2, doubleSided: 4, invertMasks: 8 } as const
