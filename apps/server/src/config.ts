// The environment, read once and checked. Nothing else reads process.env.
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from '@psiona/shared'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const Environment = z.object({
  PSIONA_PORT: port.default(3210),
  PSIONA_HOST: z.string().min(1).max(255).default('127.0.0.1'),
  PSIONA_DATA: z.string().min(1).optional(),
  PSIONA_LAN: z.enum(['0', '1']).default('0'),
  PSIONA_LAN_PORT: port.default(3211),
  /** The one address of this machine on which phones are listened for; default: all of the local network. */
  PSIONA_LAN_HOST: z.union([z.ipv4(), z.ipv6()]).optional(),
  /** For tests: a Twitch-dialect server on this machine, host:port. */
  PSIONA_TWITCH_SERVER: z
    .string()
    .regex(/^(127\.0\.0\.1|localhost):\d{1,5}$/)
    .optional(),
  /** For tests: a stand-in for Twitch's sign-in, API and events on this machine. */
  PSIONA_TWITCH_API: port.optional(),
  /** For tests: another list of models, and another place to fetch the Cubism Core from. */
  PSIONA_MODEL_CATALOGUE: z.string().min(1).optional(),
  PSIONA_CUBISM_SOURCE: z.string().min(1).optional(),
  /** Where programs lie. */
  PATH: z.string().default(''),
  /** Fixes every choice the built-in mind and the voice make; default 1. */
  PSIONA_SEED: z.coerce.number().int().min(0).default(1),
})

export interface Config {
  readonly port: number
  readonly host: string
  /** May other machines reach it? Phones then do, by TLS; anything else only by another `host`. */
  readonly lan: boolean
  readonly lanPort: number
  /** Null = all of the local network. */
  readonly lanHost: string | null
  readonly dataDir: string
  /** The checkout (or installation): where characters, models and the built site lie. */
  readonly rootDir: string
  /** Fetched models, each in a folder of its name. */
  readonly modelsDir: string
  /** Which there are. */
  readonly modelCatalogueFile: string
  /** Where the Cubism Core comes from, and what its licence asks. */
  readonly cubismSourceFile: string
  /** As in the environment's PATH. */
  readonly searchPath: string
  readonly twitch: {
    readonly server: string
    readonly port: number
    readonly secure: boolean
    readonly apiPort: number | undefined
  }
  readonly seed: number
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])
const TWITCH = { server: 'irc-ws.chat.twitch.tv', port: 443, secure: true }

/** The folder that holds package.json, from where this bundle or source file lies. */
function findRoot(from: string): string {
  for (let dir = from; dir !== dirname(dir); dir = dirname(dir))
    if (existsSync(join(dir, 'characters')) && existsSync(join(dir, 'package.json'))) return dir
  throw new Problem('no-root', 'broken', 'The folder with characters/ was not found. Run npm start inside the checkout.')
}

/** @throws Problem 'bad-environment' naming the variable and what it may be. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // Set to nothing is not set: that is how shells and containers unset.
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Problem(
      'bad-environment',
      'input',
      `${String(issue.path[0])} is not usable: ${issue.message}. Unset it or correct it.`,
    )
  }
  const env = parsed.data
  if (!LOOPBACK.has(env.PSIONA_HOST) && env.PSIONA_LAN !== '1')
    throw new Problem(
      'not-loopback',
      'refused',
      'PSIONA_HOST names an address outside this machine. Set PSIONA_LAN=1 as well if you mean it.',
    )
  const rootDir = findRoot(dirname(fileURLToPath(import.meta.url)))
  const dataDir = resolve(env.PSIONA_DATA ?? join(rootDir, 'data'))
  const [server, twitchPort] = env.PSIONA_TWITCH_SERVER?.split(':') ?? []
  return {
    port: env.PSIONA_PORT,
    host: env.PSIONA_HOST,
    lan: env.PSIONA_LAN === '1',
    lanPort: env.PSIONA_LAN_PORT,
    lanHost: env.PSIONA_LAN_HOST ?? null,
    dataDir,
    rootDir,
    modelsDir: join(dataDir, 'models'),
    modelCatalogueFile: env.PSIONA_MODEL_CATALOGUE ?? join(rootDir, 'models/catalogue.yaml'),
    cubismSourceFile: env.PSIONA_CUBISM_SOURCE ?? join(rootDir, 'models/cubism.yaml'),
    searchPath: env.PATH,
    twitch: { ...(server ? { server, port: Number(twitchPort), secure: false } : TWITCH), apiPort: env.PSIONA_TWITCH_API },
    seed: env.PSIONA_SEED,
  }
}
