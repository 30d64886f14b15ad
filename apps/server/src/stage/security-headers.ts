// The headers on every answer. In: the inline scripts a page has, who may frame it. Out: header names and values.
import { createHash } from 'node:crypto'

const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** What is not a page loads nothing, runs nothing and is framed by nobody. */
const NOTHING = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" }

/** A worker lives by the policy its script came with, not by its page's: it may load our scripts and hold the socket. */
export const SCRIPT_POLICY = policy({ ...NOTHING, 'script-src': "'self'", 'connect-src': "'self'" })

/** On 100 % of the answers; a page replaces the policy by its own. */
export const SECURITY_HEADERS = Object.freeze({
  'Content-Security-Policy': policy(NOTHING),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // The three together make pages cross-origin isolated, also the overlay in the panel's frame.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
})

const INLINE_SCRIPT = /<script(?![^>]*\ssrc[\s=])[^>]*>([\s\S]*?)<\/script>/gi

/** The policy of one exported page: its own inline scripts run, by hash; no other does. */
export function pagePolicy(html: string, framedBy: 'self' | 'none'): string {
  const hashes = Array.from(html.matchAll(INLINE_SCRIPT), ([, script = '']) =>
    createHash('sha256').update(script).digest('base64'),
  ).map((hash) => `'sha256-${hash}'`)
  return policy({
    ...NOTHING,
    'script-src': ["'self'", ...new Set(hashes)].join(' '),
    // React writes style attributes; styles can neither send nor run.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'media-src': "'self' blob:",
    'worker-src': "'self'",
    'frame-src': "'self'",
    'frame-ancestors': `'${framedBy}'`,
  })
}
