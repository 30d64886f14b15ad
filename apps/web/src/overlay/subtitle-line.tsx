// In: the line on screen, its style, its place. Out: the words of it that fit there: those heard, the one being said, those to come.
// Words stay inline and in the order of the text, so that the browser runs mixed directions as each script wants it.
import type { OverlaySettings, SubtitleStyle } from '@psiona/shared/settings'
import { msFromSamples, type Unit } from '@psiona/shared/units'
import { type CSSProperties, useRef } from 'react'
import { balancedWidth, CHARACTER_ROOM, type SubtitleRoom, subtitlePage } from './subtitle-page'
import { useSubtitleRoom } from './subtitle-room'
import { directionOf, languageOf } from './subtitle-script'
import type { ShownSubtitle } from './subtitle-track'
import type { SubtitlePiece } from './subtitle-words'

type Place = OverlaySettings['subtitlePlace']
interface SubtitleLook {
  readonly style: SubtitleStyle
  readonly place: Place
  /** Times the usual size, in the style sheet. */
  readonly scale: Unit
}

/** A narrow column has more and shorter lines. */
const LINES: Readonly<Record<Place, number>> = { bottom: 2, top: 2, beside: 4 }
/** Times the usual size; as in subtitles.css. */
const ONE_WORD_SIZE = 2
/** What a word that stands alone can do without; it may still ask and shout. */
const SIGNS_AROUND = /^[\p{Ps}\p{Pi}"']+|[\p{Pe}\p{Pf}"',.;:、。，；：،؛]+$/gu
/** A word that would have to be smaller than usual is broken instead. */
const SMALLEST_FIT = 1 / ONE_WORD_SIZE

/** Where subtitles stand, whether there are any or not: it measures itself before the first. */
export function SubtitlePlace({ shown, style, place, scale }: SubtitleLook & { shown: ShownSubtitle | null }) {
  const element = useRef<HTMLDivElement>(null)
  const room = useSubtitleRoom(element, LINES[place], `${style} ${scale}`)
  return (
    <div ref={element} className={`subtitle-place subtitle-${style}`}>
      {shown && (style === 'one-word' ? <OneWord shown={shown} room={room} /> : <Line shown={shown} room={room} style={style} />)}
    </div>
  )
}

function Line({ shown, room, style }: { shown: ShownSubtitle; room: SubtitleRoom; style: SubtitleStyle }) {
  const { from, to } = subtitlePage(shown.pieces, shown.current, room)
  const text = shown.pieces.map((piece) => piece.text).join('')
  const page = shown.pieces.slice(from, to)
  const words = page.map((piece, i) => (
    // The order of words never changes within a line, so their place is their name.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Word key={from + i} piece={piece} state={stateOf(from + i, shown.current)} room={room} />
  ))
  return (
    // Another page is another paragraph: it fades in, and nothing moves in it.
    <p
      key={`${shown.lineId} ${from}`}
      className="subtitle"
      dir={directionOf(text)}
      lang={languageOf(text)}
      style={room === CHARACTER_ROOM ? {} : ({ '--line': `${balancedWidth(page, room)}px` } as CSSProperties)}
    >
      {/* An outline behind the letters, where they have no box: drawn around the same words once more, it holds in every browser. */}
      {style !== 'boxed' && (
        <span className="outline" aria-hidden="true">
          {words}
        </span>
      )}
      <span className="words">{words}</span>
    </p>
  )
}

const stateOf = (index: number, current: number) => (index < current ? 'heard' : index === current ? 'current' : 'unheard')

function Word({ piece, state, room }: { piece: SubtitlePiece; state: string; room: SubtitleRoom }) {
  const word = piece.text.trimEnd()
  // Broken between words only, as the page was measured; unless one is a line of its own, or several.
  const whole = !/\s/u.test(word) && room.widthOf(word) <= room.lineWidth
  const said = msFromSamples(piece.endSample - piece.startSample)
  // A class, not an attribute: that would take the word out of its run, and the words around it would change places.
  const runs = directionOf(word) === 'rtl' ? ' word-rtl' : ''
  return (
    <>
      <span
        className={`word word-${state}${runs}${whole ? ' word-whole' : ''}`}
        style={{ '--said': `${Math.round(said)}ms` } as CSSProperties}
      >
        {word}
      </span>
      {piece.text.slice(word.length)}
    </>
  )
}

function OneWord({ shown, room }: { shown: ShownSubtitle; room: SubtitleRoom }) {
  const piece = shown.pieces[Math.min(shown.current, shown.pieces.length - 1)]?.text.trim() ?? ''
  const word = piece.replace(SIGNS_AROUND, '') || piece
  const fits = Math.max(SMALLEST_FIT, Math.min(1, room.lineWidth / (ONE_WORD_SIZE * Math.max(1e-6, room.widthOf(word)))))
  return (
    <p
      className="subtitle"
      dir={directionOf(word)}
      lang={languageOf(shown.pieces.map((piece) => piece.text).join(''))}
      style={{ '--fits': fits } as CSSProperties}
    >
      <span className="outline" aria-hidden="true">
        {word}
      </span>
      <span className="words">{word}</span>
    </p>
  )
}
