import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { Character } from '@psiona/shared'
import { llmBuiltin } from './apps/server/src/mind/llm-builtin'
const character = Character.parse(parse(readFileSync('characters/tori.yaml','utf8')))
const llm = llmBuiltin({ seed: Number(process.argv[3] ?? 1) })
const history: any[] = []
let at = new Date(2026, 2, 2, 20, 15).getTime()
let from: any = { platform: 'owner', id: 'owner', name: 'You' }
let n = 0
for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n')) {
  if (!line.trim()) continue
  if (line.startsWith('+')) { const [, k, u] = /^\+(\d+)(\w)/.exec(line)!; at += Number(k) * ({ m: 6e4, h: 36e5, d: 864e5 } as any)[u!]; console.log('   ...', line); continue }
  if (line.startsWith('@')) { const name = line.slice(1); from = name === 'owner' ? { platform: 'owner', id: 'owner', name: 'You' } : { platform: 'twitch', id: name, name }; continue }
  at += 15000
  const id = 't' + ++n
  const turn: any = { id, kind: 'ask', from, text: line, at, aloud: true, urgency: 'in-turn', arrivedMs: 0, signal: new AbortController().signal }
  let rem: any = []
  let text = ''
  for await (const d of llm.stream({ character, turn, history, note: (x) => { rem = x.remembered } }, turn.signal)) text += d
  const answered = text.replace(/\[[^\]]*\] ?/g, '').trim()
  history.push({ id, at, kind: 'ask', from, said: line, answered, heard: answered, emotion: {}, status: 'done', firstAudioMs: null })
  console.log(`> ${line}\n    ${text}${rem.length ? '   #' + rem : ''}`)
}
