// In: a title and a few choices of which one holds. Out: both, one under the other.
import { Segmented, type SegmentedProps } from '../../ui/segmented'

export function TitledChoice<C extends string>({ title, ...choice }: SegmentedProps<C> & { readonly title: string }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="font-semibold">{title}</h3>
      <Segmented {...choice} />
    </div>
  )
}
