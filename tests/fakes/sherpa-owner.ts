// A program that has a sherpa process, as the server has. In: the bundled worker, the folder of a tiny whisper, 'stay' or 'close'. Out: on stdout the id of that process as soon as it has heard a word; then it closes it or waits.
import { subscribe } from 'node:diagnostics_channel'
import { systemClock } from '../../apps/server/src/clock'
import { sherpaProcess } from '../../apps/server/src/ears/sherpa-process'
import { low, tinyModel } from './tiny-onnx-models'

const [workerFile = '', folder = '', then = ''] = process.argv.slice(2)
/** Told of before it has an id. */
let child: { readonly pid?: number } = {}
subscribe('child_process', (message) => {
  if (message && typeof message === 'object' && 'process' in message) child = message.process as typeof child
})

const sherpa = sherpaProcess({ model: tinyModel('whisper'), folder, language: 'en', workerFile, clock: systemClock })
async function* word() {
  yield low(0.5)
}
for await (const answer of sherpa.hear(word(), new AbortController().signal))
  if (answer.type === 'text' && answer.text.trim() === 'low') console.log(child.pid)
if (then === 'close') await sherpa.close()
