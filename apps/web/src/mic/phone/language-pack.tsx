// In: whether this phone's browser is to recognise what it hears, and can. Out: the button that fetches what it lacks, or what else to do.
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { useMicrophone } from '../use-microphone'
import { microphone } from './phone-microphone'

const WORDS = {
  downloadable: 'This browser is to write down what you say, and lacks the language.',
  downloading: 'This browser fetches the language. You can type to her meanwhile.',
  missing: 'This browser cannot write down what you say. On the computer, fetch a recogniser on the page Ears.',
} as const

export function LanguagePack() {
  const running = useMicrophone(microphone, (view) => view.running)
  const { state, wanted } = useMicrophone(microphone, ({ pageEars }) => pageEars)
  if (!running || !wanted || state === 'ready' || state === 'unknown') return null
  return (
    <Card aria-label="Recognition in this browser">
      <div role="status" className="flex items-center gap-3 p-3.5">
        <p className="min-w-0 flex-1 text-sm">{WORDS[state]}</p>
        {state === 'downloadable' && (
          <Button onClick={() => void microphone.installPageEars()}>
            <Icon name="fetch" />
            Fetch it
          </Button>
        )}
      </div>
    </Card>
  )
}
