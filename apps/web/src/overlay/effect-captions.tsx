// In: the words that came with effects. Out: them, above her.
import type { Caption } from './effect-show'
import type { Fading } from './fading-list'

export function EffectCaptions({ captions }: { captions: readonly Fading<Caption>[] }) {
  return captions.map(({ key, value, leaving }) => (
    <p key={key} className={`caption${leaving ? ' leaving' : ''}`} dir="auto">
      {value.caption}
    </p>
  ))
}
