import { expect, test } from 'vitest'
import { saidHere } from './said-here'

test('nobody is sent to the page they are on', () => {
  expect(saidHere('Fetch a model on the Ears page, or choose a program.')).toBe('Fetch a model, or choose a program.')
  expect(saidHere('Turn the microphone on on the Ears page.')).toBe('Turn the microphone on.')
  expect(saidHere('Fetch the Core on the Looks page.')).toBe('Fetch the Core.')
  expect(saidHere('Sign in on the Stream page.')).toBe('Sign in.')
  expect(saidHere('Choose another one.')).toBe('Choose another one.')
})
