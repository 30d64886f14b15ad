// Stands in for the sherpa process in tests: answers each stretch of sound with the number of its samples, and dies at a sound with a negative one. Told a language that is a signal or an exit code, it dies of that while it loads.
const heard = new Map()
const tell = (message) => new Promise((sent) => process.send(message, sent))

process.on('message', async ({ type, ticket, samples, language }) => {
  if (type === 'load') {
    await tell({ type: 'loading' })
    if (/^SIG/.test(language)) process.kill(process.pid, language)
    else if (/^\d+$/.test(language)) process.exit(Number(language))
    else await tell({ type: 'loaded' })
    return
  }
  const count = (heard.get(ticket) ?? 0) + (samples?.length ?? 0)
  heard.set(ticket, count)
  if (samples?.some((value) => value < 0)) throw new Error('doomed')
  if (type === 'drop') tell({ type: 'heard', ticket: 0, answer: { type: 'text', text: 'dropped', final: true } })
  else tell({ type: 'heard', ticket, answer: { type: 'text', text: String(count), final: type === 'end' } })
})
process.on('disconnect', () => process.exit())
