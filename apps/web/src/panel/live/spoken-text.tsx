// In: what is being said to her. Out: it as text: the newest word marked in your colour, dots while more is to come.
import type { SpokenWords } from '../speech-under-way'

export function SpokenText({ words: { before, newest, more } }: { words: SpokenWords }) {
  return (
    <>
      {before}
      {newest !== '' && (
        <>
          {' '}
          <span className="font-bold underline decoration-you decoration-3 underline-offset-[0.3em]">{newest}</span>
        </>
      )}
      {more && newest === '' && <span className="text-ink3"> …</span>}
    </>
  )
}
