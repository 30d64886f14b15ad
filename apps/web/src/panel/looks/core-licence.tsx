// In: the licence of the Core. Out: its name, what it asks for in our words, and the way to the whole of it.
import type { CoreState } from '@psiona/shared'

export function CoreLicence({ licence }: { licence: CoreState['licence'] }) {
  return (
    <div className="grid gap-1.5">
      <ul className="grid list-disc gap-1 pl-5 text-ink2 marker:text-ink3">
        {licence.summary.map((point) => (
          <li key={point} className="max-w-[70ch]">
            {point}
          </li>
        ))}
      </ul>
      <p>
        <a href={licence.url} target="_blank" rel="noopener noreferrer" className="underline underline-offset-2 hover:text-ink2">
          {licence.name}
        </a>
        <span className="text-sm text-ink3">, version {licence.version}, opens in a new tab</span>
      </p>
    </div>
  )
}
