import { ReferenceUpload } from '@psiona/shared'
import { expect, test } from 'vitest'
import { consentStatement } from './consent-statement'

test('the sentence names the speaker, and differs by whose voice it is', () => {
  expect(consentStatement('mine', ' Mira ')).toMatch(/^I am Mira, .* my own voice/)
  expect(consentStatement('given', 'Mira')).toMatch(/^Mira has agreed/)
})
test('it fits what is kept with a recording, also for the longest name', () => {
  for (const kind of ['mine', 'given'] as const) {
    const consent = { kind, statement: consentStatement(kind, 'M'.repeat(100)) }
    expect(ReferenceUpload.safeParse({ name: 'n', speaker: 'M', consent, wav: 'UklGRg==' }).success).toBe(true)
  }
})
