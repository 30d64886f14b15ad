// In: a policy. Out: its name, when it is used, and what it allows beyond the next stricter one.
import type { PolicyName, SafetyState } from '@psiona/shared'

export interface PolicyWords {
  readonly policy: PolicyName
  readonly title: string
  readonly used: string
  readonly allows: string
}

/** From strict to free: each allows what stands above it, and more. */
export const POLICIES: readonly PolicyWords[] = [
  {
    policy: 'auto',
    title: 'By itself',
    used: 'Twitch on air, and as long as a chat is read and nobody knows whether you are; else private.',
    allows: '',
  },
  { policy: 'family', title: 'Family', used: 'When you choose it.', allows: 'No swearing at all.' },
  { policy: 'youtube', title: 'YouTube', used: 'When you choose it.', allows: 'Mild swearing.' },
  { policy: 'twitch', title: 'Twitch', used: 'When you choose it, and by itself.', allows: 'Swearing.' },
  { policy: 'private', title: 'Private', used: 'When you choose it, and by itself.', allows: 'Swearing, links, adult talk.' },
]

/** "Twitch holds now, because you are on air": the server's reason begins with the name of the policy. */
export function holdsNow({ name, why }: SafetyState['policy']): string {
  const title = POLICIES.find(({ policy }) => policy === name)?.title ?? name
  const reason = why.replace(new RegExp(`^${name},? *`, 'i'), '')
  return reason === '' ? `${title} holds now` : `${title} holds now, ${reason}`
}

export const NEVER = [
  'slurs',
  'hate',
  'threats',
  'encouraging anybody to hurt themselves',
  'phone numbers',
  'addresses',
  'card and account numbers',
  'passwords',
  'your own words',
].join(', ')
