// In: the scene on air. Out: a picture of it, about every two seconds, only while it is in view.
import { useRef } from 'react'
import { useInView } from './use-in-view'
import { useObsPicture } from './use-obs-picture'

export function OnAirPicture({ scene }: { scene: string }) {
  const box = useRef<HTMLDivElement>(null)
  const { png, trouble } = useObsPicture(useInView(box), scene)
  return (
    <div ref={box} className="grid aspect-video place-items-center overflow-hidden rounded-control bg-s2">
      {png === null ? (
        <p className="max-w-[40ch] p-4 text-center text-sm text-ink2">{trouble ?? 'Asking OBS for a picture.'}</p>
      ) : (
        // Made for this moment; there is nothing to optimise.
        // biome-ignore lint/performance/noImgElement: as said above
        <img
          src={`data:image/png;base64,${png}`}
          alt={`What viewers see: ${scene}`}
          className="size-full bg-[#000] object-contain"
        />
      )}
    </div>
  )
}
