// An engine thread that dies. In: at which line, as the seed; 0 = before it is ready. Out: every earlier line placed at once, then its end.
import { parentPort, workerData } from 'node:worker_threads'

if (workerData.seed === 0) process.exit(3)
let spoken = 0
parentPort.on('message', ({ type, ticket }) => {
  if (type !== 'speak') return
  if (++spoken === workerData.seed) process.exit(3)
  // Half a second: short enough that the next line is composed at once.
  const words = [{ text: 'word', startSample: 0, endSample: 12_000 }]
  parentPort.postMessage({ type: 'placed', ticket, startSample: 0, endSample: 12_000, words })
})
parentPort.postMessage({ type: 'ready' })
