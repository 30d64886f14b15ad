// psiona models: what there is, fetched, checked and removed; by the running server, or in this process when none runs.
import { type ModelInfo, Problem } from '@psiona/shared'
import type { Command, Outcome } from './command'
import { type ModelDesk, openModelDesk } from './model-desk'
import { createModelProgress } from './model-progress'
import { modelTable, size } from './model-words'

const USAGE = 'models list | pull ID… | verify [ID…] | remove ID…'

export const models: Command = {
  name: 'models',
  usage: USAGE,
  summary: 'speech models: what there is, fetch, check, remove',
  flags: {},
  words: true,
  async run(_flags, config, [verb = 'list', ...ids]) {
    const action = Object.hasOwn(ACTIONS, verb) ? ACTIONS[verb] : undefined
    if (!action || (verb === 'list' && ids.length > 0) || (ids.length === 0 && (verb === 'pull' || verb === 'remove')))
      throw new Problem('bad-words', 'input', `Usage: psiona ${USAGE}`)
    const desk = openModelDesk(config)
    try {
      return await action(desk, ids)
    } finally {
      await desk.close()
    }
  },
}

const ACTIONS: Readonly<Record<string, (desk: ModelDesk, ids: readonly string[]) => Promise<Outcome>>> = {
  async list(desk) {
    const { models: all, freeBytes } = await desk.list()
    const free = freeBytes === null ? '' : `\n${size(freeBytes)} free on this disk`
    return { result: { running: desk.running, models: all, freeBytes }, words: modelTable(all) + free }
  },
  pull,
  async verify(desk, ids) {
    const { models: all } = await desk.list()
    const here = all.filter(({ state }) => state === 'installed' || state === 'damaged').map(({ id }) => id)
    const checked: ModelInfo[] = []
    for (const id of ids.length > 0 ? ids : here) checked.push(await desk.verify(id))
    return outcome(desk, checked, checked.length > 0 ? '' : 'No model is installed.')
  },
  async remove(desk, ids) {
    const removed: ModelInfo[] = []
    for (const id of ids) removed.push(await desk.remove(id))
    return {
      result: { running: desk.running, models: removed },
      words: removed.map(({ title }) => `${title} is removed.`).join('\n'),
    }
  },
}

/** All that are not whole and right make the outcome a problem. */
function outcome(desk: ModelDesk, touched: readonly ModelInfo[], otherwise: string): Outcome {
  const wrong = touched.filter(({ state }) => state !== 'installed')
  const sentences = wrong.map(({ title, state, problem }) => problem ?? `${title} is not whole (${state}). Pull it.`)
  return {
    result: { running: desk.running, models: touched },
    words: touched.length > 0 ? modelTable(touched) : otherwise,
    problem: wrong.length > 0 ? new Problem('models-not-right', 'broken', sentences.join(' ')) : undefined,
  }
}

async function pull(desk: ModelDesk, ids: readonly string[]): Promise<Outcome> {
  const stop = new AbortController()
  const interrupted = () => stop.abort()
  process.once('SIGINT', interrupted)
  try {
    for (const id of ids) await desk.pull(id)
    const pulled: ModelInfo[] = []
    for (const id of ids) pulled.push(await follow(desk, id, stop.signal))
    if (!stop.signal.aborted) return outcome(desk, pulled, '')
    return {
      result: { running: desk.running, models: pulled },
      words: modelTable(pulled),
      problem: new Problem('pull-stopped', 'busy', 'Stopped. What has come stays; the same command goes on.'),
    }
  } finally {
    process.off('SIGINT', interrupted)
  }
}

/** Shows how it goes until it is over; an interruption pauses it. */
async function follow(desk: ModelDesk, id: string, signal: AbortSignal): Promise<ModelInfo> {
  const progress = createModelProgress(process.stderr)
  try {
    while (!signal.aborted) {
      const model = (await desk.list()).models.find((one) => one.id === id)
      if (!model)
        throw new Problem('no-such-model', 'missing', 'There is no model of that name. psiona models list shows them all.')
      progress.show(model)
      if (model.state !== 'pulling') return model
      await desk.news(id, signal)
    }
    return await desk.pause(id)
  } finally {
    progress.end()
  }
}
