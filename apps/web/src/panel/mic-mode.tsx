// In: how she uses the microphone. Out: the three ways as one switch; the same on every page.
import { classNames } from '../lib/class-names'
import { Icon } from '../ui/icon'
import { Segmented } from '../ui/segmented'
import { MIC_MODES } from './mic-modes'
import { usePanel } from './panel-store'
import { switchMicrophone } from './switch-microphone'

export function MicMode({ short = false, className = '' }: { short?: boolean; className?: string }) {
  const mode = usePanel((state) => state.microphone.mode)
  return (
    <Segmented
      label="Mode"
      value={mode}
      choices={MIC_MODES.map(({ value, icon, ...words }) => ({
        value,
        label: (
          <>
            <Icon name={icon} className={classNames('slim:size-4.5', short && 'size-4')} />
            {short ? words.short : words.long}
          </>
        ),
      }))}
      onChoose={(next) => void switchMicrophone({ mode: next })}
      className={className}
    />
  )
}
