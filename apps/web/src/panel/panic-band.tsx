// In: whether panic is on. Out: on every page, that it is, what it means, and the way out.
import { Icon } from '../ui/icon'
import { usePanel } from './panel-store'
import { switchPanic } from './switch-panic'

export function PanicBand() {
  const on = usePanel((state) => state.safety.panic)
  return (
    <div role="alert" className="flex-none">
      {on && (
        <div className="mr-4 mb-3 ml-2 flex items-center gap-x-4 gap-y-2 rounded-card bg-stopfill py-2.5 pr-2.5 pl-4 text-white slim:mx-2.5 slim:mb-2.5 slim:flex-wrap forced-colors:border">
          <Icon name="octagon" className="size-6 stroke-2" />
          <p className="min-w-0 flex-1">
            <b className="text-md/5 font-[750]">Panic is on.</b> She is silent, her face rests, nobody is answered.
          </p>
          <button
            type="button"
            onClick={() => void switchPanic(false)}
            className="flex min-h-9 items-center rounded-control bg-white px-3.5 font-semibold text-onwarn whitespace-nowrap slim:min-h-11 slim:basis-full slim:justify-center forced-colors:border"
          >
            Switch panic off
          </button>
        </div>
      )}
    </div>
  )
}
