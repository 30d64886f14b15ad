// In: the microphone. Out: in half a second from an arm's length: does she hear me; and the same to people who listen to the page.
import { classNames } from '../../lib/class-names'
import { useCalm } from '../../lib/use-calm'
import { Icon } from '../../ui/icon'
import { useMicrophone } from '../use-microphone'
import { microphone } from './phone-microphone'
import { phoneTally } from './phone-tally'

const SPOKEN_EVERY_MS = 2000

export function StateCard({ name }: { name: string }) {
  const { word, detail, icon, colour } = phoneTally(
    useMicrophone(microphone, (view) => view),
    name,
  )
  const spoken = useCalm(`${word} ${detail}`, SPOKEN_EVERY_MS)
  return (
    <section
      aria-label="What she hears"
      className={classNames('rounded-card border-4 border-(--c) bg-s1 px-3.5 pt-2.5 pb-3', colour)}
    >
      <div aria-hidden="true" className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="word-c min-h-[1lh] text-tally font-[750] tracking-[-0.015em]">{word}</p>
          <p className="line-clamp-2 min-h-[2lh] text-md/5 text-ink2">{detail}</p>
        </div>
        <span className="word-c">
          <Icon name={icon} className="size-13 stroke-[2.2]" />
        </span>
      </div>
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </section>
  )
}
