// In: what the phone shows. Out: it in one column under the name, clear of notches; what is wider than a phone gets no wider column.
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon'

export function PhoneFrame({ name, children }: { name?: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[30rem] flex-col gap-2.5 pt-[max(0.25rem,env(safe-area-inset-top))] pr-[max(0.625rem,env(safe-area-inset-right))] pl-[max(0.625rem,env(safe-area-inset-left))]">
      <header className="flex h-11 flex-none items-center gap-2.5 px-1">
        <Icon name="psi" className="size-5 stroke-[2.2]" />
        <h1 className="text-md font-[650]">{name === undefined ? 'Psiona' : `Microphone for ${name}`}</h1>
      </header>
      {children}
    </main>
  )
}
