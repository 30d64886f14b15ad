// Out: what to do with a phone that is not paired, or not any more. Nothing flows in.
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'

export function StrangerCard() {
  return (
    <Card aria-labelledby="stranger-title" role="alert">
      <CardHead id="stranger-title" title="This phone is not paired" />
      <div className="grid gap-4 px-3.5 pb-4">
        <p>She hears nothing from it and does not play here.</p>
        <ol className="grid list-decimal gap-1.5 pl-5">
          <li>Open Psiona on your computer, page Ears.</li>
          <li>Press Add a phone.</li>
          <li>Point this phone’s camera at the code.</li>
        </ol>
        <Button onClick={() => location.reload()}>
          <Icon name="again" />
          Look again
        </Button>
      </div>
    </Card>
  )
}
