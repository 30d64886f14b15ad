// Stands in for the sherpa thread in tests: answers each stretch of sound with the number of its samples, and dies at a sound with a negative one.
import { parentPort } from 'node:worker_threads'

const heard = new Map()
parentPort.postMessage({ type: 'loaded' })
parentPort.on('message', ({ type, ticket, samples }) => {
  const count = (heard.get(ticket) ?? 0) + (samples?.length ?? 0)
  heard.set(ticket, count)
  if (samples?.some((value) => value < 0)) throw new Error('doomed')
  if (type === 'drop')
    parentPort.postMessage({ type: 'answer', ticket: 0, answer: { type: 'text', text: 'dropped', final: true } })
  else parentPort.postMessage({ type: 'answer', ticket, answer: { type: 'text', text: String(count), final: type === 'end' } })
})
