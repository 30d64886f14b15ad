// In: what this browser can recognise on the device. Out: it as a choice; with the button that fetches what it lacks.
import { useMicrophone } from '../../mic/use-microphone'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { ChoiceRow } from '../choice-row'
import { microphone } from '../microphone'

const DETAIL = {
  unknown: 'Runs in the page that has the microphone, on the device. Turn the microphone on to see whether it can.',
  ready: 'Runs in the page that has the microphone, on the device. Nothing leaves this computer.',
  downloadable: 'This browser can, once it has fetched its language pack.',
  downloading: 'This browser is fetching its language pack. You can type to her meanwhile.',
  missing: 'This browser cannot recognise this language on the device.',
} as const

export function PageEarsRow({ inUse, onUse }: { inUse: boolean; onUse: () => void }) {
  const { state } = useMicrophone(microphone, ({ pageEars }) => pageEars)
  return (
    <ChoiceRow
      title="This browser’s own"
      detail={DETAIL[state]}
      inUse={inUse}
      onUse={onUse}
      disabled={state === 'missing' || state === 'downloadable'}
    >
      {state === 'downloadable' && (
        <Button size="small" className="mt-2" onClick={() => void microphone.installPageEars()}>
          <Icon name="fetch" />
          Fetch the language pack
        </Button>
      )}
    </ChoiceRow>
  )
}
