// In: a text. Out: it in the clipboard, and the button says so; or what to do when the browser will not.
import { useEffect, useState } from 'react'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'

const SAID_MS = 2500

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [result, setResult] = useState<'copied' | 'refused' | null>(null)
  useEffect(() => {
    if (result === null) return
    const timer = window.setTimeout(() => setResult(null), SAID_MS)
    return () => window.clearTimeout(timer)
  }, [result])
  const copy = () =>
    // Only pages from this computer or with https have a clipboard.
    (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setResult('copied'),
      () => setResult('refused'),
    )
  const said = result === 'copied' ? 'Copied' : result === 'refused' ? 'Show, then Ctrl C' : null
  return (
    <>
      <Button
        weight="primary"
        className="min-w-34"
        onClick={() => void copy()}
        disabled={text === ''}
        aria-label={`Copy ${what}`}
      >
        <Icon name={result === 'copied' ? 'tick' : 'copy'} />
        {said ?? 'Copy'}
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
