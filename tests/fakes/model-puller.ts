// A program that pulls one model. In: the catalogue, the models folder, the model's id. Out: a line of JSON at every change, the last one when the pull is over.
import { systemClock } from '../../apps/server/src/clock'
import { openModelFiles } from '../../apps/server/src/store/model-files'

const [catalogueFile = '', dir = '', id = ''] = process.argv.slice(2)
const say = (what: object | undefined) => process.stdout.write(`${JSON.stringify(what)}\n`)
const files = openModelFiles({
  catalogueFile,
  dir,
  clock: systemClock,
  onChange: (models) => say(models.find((model) => model.id === id)),
})
files.pull(id)
await files.pulled(id)
await files.close()
say(files.list().find((model) => model.id === id))
