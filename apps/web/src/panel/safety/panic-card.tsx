// Out: what panic does, and how it is reached while a game has the keyboard.
import { Card, CardHead } from '../../ui/card'
import { Kbd } from '../../ui/kbd'
import { CopyButton } from '../stream/copy-button'

const COMMAND = 'npm run -s psiona -- panic'

export function PanicCard() {
  return (
    <Card aria-labelledby="panic">
      <CardHead id="panic" title="Panic" />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <p className="max-w-[70ch] text-ink2">
          She is silent, her face rests, the chat bubbles go and nobody is answered, until you switch it off. The red octagon is
          on every page; the keys are <Kbd>F8</Kbd> and <Kbd>Shift Esc</Kbd>.
        </p>
        <p className="max-w-[70ch] text-ink2">
          While a game has the keyboard: bind this command to a Stream Deck or to a shortcut of your system. Programs ask for{' '}
          <span className="font-mono text-sm text-ink">POST /api/panic</span>.
        </p>
        <p className="rounded-control border border-line bg-s2 px-3 py-2.5 font-mono text-sm/5 [overflow-wrap:anywhere]">
          {COMMAND}
        </p>
        <div>
          <CopyButton text={COMMAND} what="the panic command" />
        </div>
      </div>
    </Card>
  )
}
