// In: the chat lines that stand beside her. Out: their bubbles, the newest below. Text goes in as text only.
import type { Bubble } from '@psiona/shared/look'
import type { Fading } from './fading-list'

export function BubbleStack({ bubbles }: { bubbles: readonly Fading<Bubble>[] }) {
  return (
    <ul className="bubbles">
      {bubbles.map(({ key, value: { name, text, answering }, leaving }) => (
        // Three boxes: the row makes room and closes it again, the clip lets it be less than its content, the bubble is what is seen.
        <li key={key} className={`bubble-row${answering ? ' answering' : ''}${leaving ? ' leaving' : ''}`}>
          <div className="bubble-clip">
            <div className="bubble">
              <b className="bubble-name" dir="auto">
                {name}
              </b>
              <span className="bubble-text" dir="auto">
                {text}
              </span>
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
