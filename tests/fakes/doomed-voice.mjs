// Stands in for the process of a voice in tests: gives one sample for each clause, and dies behind one in which somebody dies.
const tell = (message) => new Promise((sent) => process.send(message, sent))

process.on('message', async ({ type, ticket, clauses }) => {
  if (type === 'load') {
    await tell({ type: 'loading' })
    await tell({ type: 'loaded' })
  }
  if (type !== 'speak') return
  for (const clause of clauses) {
    await tell({ type: 'piece', ticket, pcm: Float32Array.of(0.5), sampleRate: 16_000 })
    if (/dies/.test(clause)) process.exit(3)
  }
  await tell({ type: 'done', ticket })
})
process.on('disconnect', () => process.exit())
