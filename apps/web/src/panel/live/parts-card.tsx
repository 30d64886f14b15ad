// Out: on the widest page, each part with what runs there.
import { Card, CardHead } from '../../ui/card'
import { PartRows } from '../health/part-rows'

export function PartsCard() {
  return (
    <Card aria-labelledby="parts">
      <CardHead id="parts" title="Parts" />
      <PartRows brief />
    </Card>
  )
}
