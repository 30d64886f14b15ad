// In: the line on screen. Out: its words near the bottom edge: heard ones full, the current one underlined, the others dimmed.
import type { SubtitleStyle } from '@psiona/shared/settings'
import { subtitlePage } from './subtitle-page'
import type { ShownSubtitle } from './subtitle-track'

export function SubtitleLine({ shown, style }: { shown: ShownSubtitle; style: SubtitleStyle }) {
  const { from, to } = subtitlePage(shown.pieces, shown.current)
  return (
    <p className={`subtitle subtitle-${style}`} dir="auto">
      {shown.pieces.slice(from, to).map((piece, i) => {
        const index = from + i
        const state = index < shown.current ? 'heard' : index === shown.current ? 'current' : 'unheard'
        const word = piece.text.trimEnd()
        return (
          // The order of words never changes within a line, so their place is their name.
          <span key={index}>
            <span className={`word word-${state}`}>{word}</span>
            {piece.text.slice(word.length)}
          </span>
        )
      })}
    </p>
  )
}
