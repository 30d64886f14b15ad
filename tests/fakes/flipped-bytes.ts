// A model that is damaged inside. In: the bytes of a tiny ONNX file. Out: as many, some of them others.

/** In the first node of the graph: what lies around it still reads well, its length and what the file says of itself included. */
const AT_BYTE = 30
const BYTES = 8

export const flipped = (whole: Uint8Array): Uint8Array =>
  whole.map((byte, at) => (at >= AT_BYTE && at < AT_BYTE + BYTES ? byte ^ 0xff : byte))
