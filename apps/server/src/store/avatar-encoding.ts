// Bytes of unknown encoding come in; out goes the text as the most plausible of UTF-8 and the encodings of Japan, China, Taiwan and Korea.
export interface Decoded {
  readonly text: string
  readonly encoding: TextEncodingName
}
export type TextEncodingName = 'UTF-8' | 'Shift-JIS' | 'GBK' | 'Big5' | 'EUC-KR' | 'CP437'

interface Candidate {
  readonly name: Exclude<TextEncodingName, 'UTF-8' | 'CP437'>
  readonly label: string
  /** How much a pair of bytes speaks for it; everyday characters stand in known rows. */
  readonly pair: (lead: number, trail: number) => number
}

const CANDIDATES: readonly Candidate[] = [
  {
    name: 'Shift-JIS',
    label: 'shift_jis',
    // Kana stand in 82 and 83, everyday kanji in 88..97.
    pair: (lead) => (lead === 0x82 || lead === 0x83 ? 1 : lead >= 0x88 && lead <= 0x97 ? 0.9 : 0),
  },
  {
    name: 'GBK',
    label: 'gbk',
    // The first level of GB 2312; below A1 come the rare ones.
    pair: (lead, trail) => (trail < 0xa1 || lead < 0xa1 ? -0.4 : lead >= 0xb0 && lead <= 0xd7 ? 0.8 : 0.1),
  },
  {
    name: 'Big5',
    label: 'big5',
    pair: (lead, trail) => (lead < 0xa1 ? -0.4 : lead >= 0xa4 && lead <= 0xc6 ? (trail < 0x7f ? 0.9 : 0.7) : 0.1),
  },
  {
    name: 'EUC-KR',
    label: 'euc-kr',
    // All Hangul of KS X 1001, and only they, stand in B0..C8; longer names of Chinese leave those rows.
    pair: (lead, trail) => (trail < 0xa1 || lead < 0xa1 ? -0.4 : lead >= 0xb0 && lead <= 0xc8 ? 0.85 : -0.6),
  },
]
/** A lone byte above 7F is half-width katakana in Shift-JIS, which names hardly use, and a mistake elsewhere. */
const LONE_BYTE_SCORE = -0.5
/** A Chinese word or two may lie in the rows of Hangul by chance, and more models come from China: Korean has to show in longer names. */
const KOREAN_DOUBT = 0.25

function strict(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function score({ name, pair }: Candidate, bytes: Uint8Array): number {
  let sum = 0
  let characters = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    characters++
    if (name === 'Shift-JIS' && lead >= 0xa1 && lead <= 0xdf) sum += LONE_BYTE_SCORE
    else sum += pair(lead, bytes[++at] ?? 0)
  }
  if (characters === 0) return 0
  return (sum - (name === 'EUC-KR' ? KOREAN_DOUBT : 0)) / characters
}

/** All names of one archive come together: what one of them cannot be, none is. */
export function guessEncoding(samples: readonly Uint8Array[]): TextEncodingName {
  if (samples.every((bytes) => strict('utf-8', bytes) !== null)) return 'UTF-8'
  const fitting = CANDIDATES.filter(({ label }) => samples.every((bytes) => strict(label, bytes) !== null))
  const all = Buffer.concat(samples)
  const scored = fitting.map((candidate) => ({ candidate, points: score(candidate, all) })).sort((a, b) => b.points - a.points)
  return scored[0]?.candidate.name ?? 'CP437'
}

/** What none can read keeps its ASCII; the rest becomes _ . */
export function decodeAs(encoding: TextEncodingName, bytes: Uint8Array): string {
  const label = encoding === 'UTF-8' ? 'utf-8' : CANDIDATES.find(({ name }) => name === encoding)?.label
  const text = label === undefined ? null : strict(label, bytes)
  return (
    text ??
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u00ff]/g, '_')
  )
}
