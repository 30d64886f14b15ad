// In: what the streamer types. Out: it is asked or said word for word; a refusal shows here and gives the text back.
import { type KeyboardEvent, useRef, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { classNames } from '../../lib/class-names'
import { fieldLook } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import { Segmented } from '../../ui/segmented'
import { Trouble } from '../../ui/trouble'
import { useComposeAsked } from '../keys/key-requests'
import { usePanel } from '../panel-store'

type Way = 'ask' | 'exactly'

export function Composer() {
  const name = usePanel((state) => state.character.name)
  const [way, setWay] = useState<Way>('ask')
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useComposeAsked(() => field.current?.focus())

  const send = async () => {
    const line = text.trim()
    if (line === '') return
    setText('')
    setTrouble(null)
    const answer =
      way === 'ask' ? await callApi('chat', { body: { text: line } }) : await callApi('say', { body: { text: line } })
    if (answer.ok) return
    setTrouble(answer.problem.message)
    // Unless something new is being typed already.
    setText((now) => (now === '' ? line : now))
  }
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }

  return (
    <form
      aria-label={`Type to ${name}`}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      className="flex-none border-t border-line px-3.5 pt-2.5 pb-3.5 slim:p-2.5"
    >
      <Trouble className="mb-2.5">{trouble}</Trouble>
      <div className="flex flex-wrap gap-2">
        <Segmented
          label="How she takes it"
          value={way}
          choices={[
            { value: 'ask', label: 'Ask her' },
            { value: 'exactly', label: 'Say exactly' },
          ]}
          onChoose={setWay}
          className="slim:w-full"
        />
        <div className="relative min-w-40 flex-1">
          <textarea
            ref={field}
            rows={1}
            // The server takes this much before it cuts to 500 characters.
            maxLength={4096}
            aria-label={way === 'ask' ? `Ask ${name}` : `${name} says this word for word`}
            aria-keyshortcuts="/"
            placeholder={way === 'ask' ? `Type to ${name}…` : 'Her exact words…'}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={pressed}
            className={classNames(
              fieldLook,
              'block field-sizing-content max-h-28 resize-none py-2.5 pr-12 slim:py-2.25 slim:pr-14',
            )}
          />
          {text.trim() === '' ? (
            <Kbd className="pointer-events-none absolute top-3 right-3 slim:hidden">/</Kbd>
          ) : (
            <button
              type="submit"
              className="absolute right-0.5 bottom-0.5 grid size-9 place-items-center rounded-[0.375rem] text-ink2 hover:text-ink slim:size-10"
            >
              <Icon name="send" />
              <span className="sr-only">Send</span>
            </button>
          )}
        </div>
      </div>
    </form>
  )
}
