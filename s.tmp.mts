import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { Character } from '@psiona/shared'
import { llmBuiltin } from './apps/server/src/mind/llm-builtin'
const character = Character.parse(parse(readFileSync('characters/tori.yaml','utf8')))
const llm = llmBuiltin()
const says = readFileSync('/tmp/a.txt','utf8').split('\n').concat(readFileSync('/tmp/b.txt','utf8').split('\n'), readFileSync('/tmp/c.txt','utf8').split('\n')).filter(l => l && !/^[+@]/.test(l))
const history: any[] = []
const times: number[] = []
const from: any = { platform: 'owner', id: 'owner', name: 'You' }
let rep = 0
for (let n = 0; n < 600; n++) {
  const line = says[n % says.length]!
  const turn: any = { id: 't' + n, kind: 'ask', from, text: line, at: 1e12 + n * 15000, signal: new AbortController().signal }
  const t = performance.now(); let text = ''
  for await (const d of llm.stream({ character, turn, history: history.slice(-220) }, turn.signal)) text += d
  times.push(performance.now() - t)
  const answered = text.replace(/\[[^\]]*\] ?/g, '').trim()
  if (history.slice(-20).some((h) => h.answered === answered)) { rep++; console.log('REP', line, '→', answered) }
  history.push({ id: 't'+n, at: turn.at, kind: 'ask', from, said: line, answered, heard: answered, emotion: {}, status: 'done' })
}
times.sort((a, b) => a - b)
console.log('p50', times[300]!.toFixed(2), 'p95', times[570]!.toFixed(2), 'max', times[599]!.toFixed(2), 'repeats', rep)
