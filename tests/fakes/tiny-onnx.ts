// Writes ONNX files. In: a graph as data. Out: the bytes (protobuf, by hand: it is a handful of fields).

export type OnnxShape = readonly (number | string)[]
/** A value's element type and its dimensions; a string is a dimension that varies. */
export type OnnxValue = readonly ['float' | 'int32' | 'int64', OnnxShape]
export interface OnnxNode {
  readonly op: string
  readonly in: readonly string[]
  readonly out: readonly string[]
  /** Whole numbers and lists of them. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>
}
export interface OnnxGraph {
  readonly inputs: Readonly<Record<string, OnnxValue>>
  readonly outputs: Readonly<Record<string, OnnxValue>>
  readonly nodes: readonly OnnxNode[]
  readonly weights?: Readonly<Record<string, OnnxWeight>>
  readonly metadata?: Readonly<Record<string, string | number>>
}
export type OnnxWeight = { readonly dims: readonly number[] } & (
  | { readonly floats: readonly number[] }
  | { readonly ints: readonly number[] }
)

const ELEMENT = { float: 1, int32: 6, int64: 7 } as const
/** Operators of 2022; the last in which ReduceMean takes its axes as an attribute. */
const OPSET = 17
const IR_VERSION = 8

const varint = (value: number): Buffer => {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return Buffer.from([...bytes, Number(rest)])
}
const number = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)])
const bytes = (field: number, content: Uint8Array) => Buffer.concat([varint(field * 8 + 2), varint(content.length), content])
const text = (field: number, content: string) => bytes(field, Buffer.from(content))
const message = (field: number, ...parts: readonly Buffer[]) => bytes(field, Buffer.concat(parts))

const attribute = ([name, value]: readonly [string, number | readonly number[]]): Buffer =>
  typeof value === 'number'
    ? message(5, text(1, name), number(3, value), number(20, 2))
    : message(5, text(1, name), ...value.map((one) => number(8, one)), number(20, 7))

const node = ({ op, in: inputs, out, attributes = {} }: OnnxNode): Buffer =>
  message(
    1,
    ...inputs.map((name) => text(1, name)),
    ...out.map((name) => text(2, name)),
    text(4, op),
    ...Object.entries(attributes).map(attribute),
  )

const weight = ([name, tensor]: readonly [string, OnnxWeight]): Buffer => {
  const raw =
    'floats' in tensor
      ? Buffer.from(new Float32Array(tensor.floats).buffer)
      : Buffer.from(new BigInt64Array(tensor.ints.map(BigInt)).buffer)
  const type = 'floats' in tensor ? ELEMENT.float : ELEMENT.int64
  return message(5, ...tensor.dims.map((dim) => number(1, dim)), number(2, type), text(8, name), bytes(9, raw))
}

const value =
  (field: number) =>
  ([name, [type, shape]]: readonly [string, OnnxValue]): Buffer => {
    const dims = shape.map((dim) => message(1, typeof dim === 'number' ? number(1, dim) : text(2, dim)))
    return message(field, text(1, name), message(2, message(1, number(1, ELEMENT[type]), message(2, ...dims))))
  }

export function onnxFile({ inputs, outputs, nodes, weights = {}, metadata = {} }: OnnxGraph): Buffer {
  return Buffer.concat([
    number(1, IR_VERSION),
    text(2, 'tiny-onnx'),
    message(
      7,
      ...nodes.map(node),
      text(2, 'tiny'),
      ...Object.entries(weights).map(weight),
      ...Object.entries(inputs).map(value(11)),
      ...Object.entries(outputs).map(value(12)),
    ),
    message(8, text(1, ''), number(2, OPSET)),
    ...Object.entries(metadata).map(([key, content]) => message(14, text(1, key), text(2, String(content)))),
  ])
}
