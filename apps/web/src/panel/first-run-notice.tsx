// In: whether this browser has seen it. Out: once, before anything else: what she is.
import { useRemembered } from '../lib/browser-memory'
import { Button } from '../ui/button'
import { usePanel } from './panel-store'

export function FirstRunNotice() {
  const [seen, setSeen] = useRemembered('what-she-is', ['unseen', 'seen'])
  const name = usePanel((state) => state.character.name)
  if (seen !== 'unseen') return null
  return (
    <aside
      aria-label="What she is"
      className="mr-4 mb-3 ml-2 flex flex-none items-center gap-x-6 gap-y-2 rounded-card border-2 border-edge bg-s1 py-2.5 pr-2.5 pl-4 slim:mx-2.5 slim:flex-wrap"
    >
      <p className="min-w-0 flex-1 basis-64 text-ink2">
        <b className="font-[650] text-ink">{name} is a program, not a person.</b> She can be wrong, and her feelings are computed.
        She may not be suitable for some minors. What is said to her stays on this computer unless you choose a mind elsewhere.
      </p>
      <Button weight="primary" onClick={() => setSeen('seen')}>
        Understood
      </Button>
    </aside>
  )
}
