// The part of the API that is about what may be said: panic, lines that wait, the filter, the audit log.
import { z } from 'zod'
import { route } from './route'
import { AuditEntry, PolicyName, SafetyState, Verdict } from './safety'

export const SAFETY_ROUTES = [
  route({
    name: 'safety',
    method: 'GET',
    path: '/api/safety',
    summary: 'Panic, the rules that hold, lines that wait.',
    token: 'control',
    response: SafetyState,
  }),
  route({
    name: 'panic',
    method: 'POST',
    path: '/api/panic',
    summary: 'Silence, a neutral face, no chat, until it is switched off.',
    token: 'control',
    request: z.strictObject({ on: z.boolean().default(true) }),
    response: SafetyState,
  }),
  route({
    name: 'judgeHeld',
    method: 'POST',
    path: '/api/held/:id',
    summary: 'Let a line that waits be said now, or never.',
    token: 'control',
    request: z.strictObject({ verdict: z.enum(['approve', 'skip']) }),
    response: SafetyState,
  }),
  route({
    name: 'dismissCare',
    method: 'DELETE',
    path: '/api/care/:id',
    summary: 'Somebody has looked after that.',
    token: 'control',
    response: SafetyState,
  }),
  route({
    name: 'tryFilter',
    method: 'POST',
    path: '/api/safety/try',
    summary: 'Would this be said?',
    token: 'control',
    request: z.strictObject({ text: z.string().min(1).max(4096), policy: PolicyName.exclude(['auto']).optional() }),
    response: Verdict,
  }),
  route({
    name: 'audit',
    method: 'GET',
    path: '/api/audit',
    summary: 'What was held back, let through or stopped, newest first.',
    token: 'control',
    query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(200) }),
    response: z.object({ entries: z.array(AuditEntry) }),
  }),
  route({
    name: 'wipeAudit',
    method: 'DELETE',
    path: '/api/audit',
    summary: 'Remove the audit log.',
    token: 'control',
    response: z.object({ removed: z.number().int() }),
  }),
] as const
