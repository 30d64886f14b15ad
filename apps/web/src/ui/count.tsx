// In: a figure beside a title. Out: it on a small ground of its own.
import type { ReactNode } from 'react'

export const Count = ({ children }: { children: ReactNode }) => (
  <span className="rounded-control bg-s3 px-1.5 text-xs/4.5 font-[650] text-ink">{children}</span>
)
