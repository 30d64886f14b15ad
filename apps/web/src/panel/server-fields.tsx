// In: the address and model of a server as somebody types them. Out: both, and a word about where things then go.
import { type Dispatch, type ReactNode, type SetStateAction, useState } from 'react'
import { Field } from '../ui/field'
import { hostOf } from './address-host'
import { GoesTo } from './goes-to'

export interface ServerChoice {
  readonly baseUrl: string
  readonly model: string
}
export interface TypedServer {
  readonly typed: ServerChoice
  readonly type: Dispatch<SetStateAction<Partial<ServerChoice>>>
  /** As it would be kept. */
  readonly server: ServerChoice
  /** Both are there, and the address is a whole one. */
  readonly ready: boolean
}

/** Begins with what is in use. */
export function useTypedServer(used: ServerChoice | undefined): TypedServer {
  const [changed, type] = useState<Partial<ServerChoice>>({})
  const typed = { baseUrl: changed.baseUrl ?? used?.baseUrl ?? '', model: changed.model ?? used?.model ?? '' }
  const server = { baseUrl: typed.baseUrl.trim(), model: typed.model.trim() }
  return { typed, type, server, ready: hostOf(server.baseUrl) !== null && server.model !== '' }
}

export interface ServerFieldsProps {
  readonly of: TypedServer
  readonly placeholder: string
  /** "What is said to her then goes to". */
  readonly goesTo: ReactNode
}

export function ServerFields({ of: { typed, type, server }, placeholder, goesTo }: ServerFieldsProps) {
  const whole = server.baseUrl === '' || hostOf(server.baseUrl) !== null
  return (
    <>
      <Field
        label="Address"
        inputMode="url"
        placeholder={placeholder}
        value={typed.baseUrl}
        onChange={(event) => type((now) => ({ ...now, baseUrl: event.target.value }))}
        trouble={whole ? null : 'This is not a whole address. It begins with http:// or https://.'}
      />
      <Field
        label="Model"
        placeholder="as its server names it"
        value={typed.model}
        onChange={(event) => type((now) => ({ ...now, model: event.target.value }))}
      />
      <GoesTo address={server.baseUrl}>{goesTo}</GoesTo>
    </>
  )
}
