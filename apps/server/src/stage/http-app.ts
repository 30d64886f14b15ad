// HTTP behind the border. In: requests that may come in. Out: API, pages, models, description and figures, each with the rights it needs.
import type { HttpBindings } from '@hono/node-server'
import { Problem, ROUTES, type Route, Slug } from '@psiona/shared'
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import type { Log } from '../log'
import { cameByLan } from './address'
import type { ApiHandlers } from './api-route'
import type { Authority } from './authority'
import { parseOrExplain } from './field-problem'
import { BODY_LIMIT_BYTES, readJsonBody, refuseOtherTypes, uploadOf } from './json-body'
import type { OpenPhoneDoor } from './phone-door'
import { asProblem, problemResponse } from './problem-answer'
import type { StaticSite } from './static-site'

type Env = { Bindings: HttpBindings }
type Exchange = Context<Env>

export interface HttpAppParts {
  readonly handlers: ApiHandlers
  /** Answered here, because it sets a cookie and knows one door only. */
  readonly pair: OpenPhoneDoor['pair']
  readonly authority: Authority
  readonly site: StaticSite
  readonly description: () => unknown
  readonly figures: () => string
  readonly log: Log
}

const json = (value: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } })

const SENTENCE_WITHOUT_TOKEN = {
  control: 'This needs the control token. Send it as "Authorization: Bearer ..."; it lies in PSIONA_DATA/control-token.',
  phone: 'This phone is not paired. Make a code in the panel and scan it.',
  page: 'The panel is on the machine where Psiona runs. Open it there; a phone opens /mic.',
}

/** Also after the answer; then nobody listens to it any more. */
function goneSignal(c: Exchange): AbortSignal {
  const gone = new AbortController()
  const { outgoing } = c.env
  if (outgoing.destroyed) gone.abort()
  else outgoing.once('close', () => gone.abort())
  return gone.signal
}

const noRoute = () => new Problem('no-route', 'missing', 'There is no such path. /api/openapi.json lists those there are.')

export function createHttpApp({ handlers, pair, authority, site, description, figures, log }: HttpAppParts): Hono<Env> {
  const app = new Hono<Env>()

  const requireRight = (c: Exchange, wanted: keyof typeof SENTENCE_WITHOUT_TOKEN): void => {
    const right = authority.rightOf(c.env.incoming)
    if (right === 'control' || right === wanted) return
    throw new Problem('no-token', 'refused', SENTENCE_WITHOUT_TOKEN[wanted])
  }
  const inputOf = async (c: Exchange, route: Route): Promise<unknown> => {
    const { incoming } = c.env
    const gone = goneSignal(c)
    if (!route.upload) refuseOtherTypes(incoming)
    const parameters = Object.entries(c.req.param()).map(([name, value]) => [name, parseOrExplain(Slug, value, name)])
    return {
      parameters: Object.fromEntries(parameters),
      query: route.query && parseOrExplain(route.query, c.req.query(), 'query'),
      body: route.request && parseOrExplain(route.request, await readJsonBody(incoming, route.bodyLimitBytes), 'body'),
      upload: route.upload && uploadOf(incoming, route.upload, route.bodyLimitBytes ?? BODY_LIMIT_BYTES, gone),
      gone,
    }
  }

  for (const route of ROUTES) {
    if (route.name === 'pair') {
      app.on(route.method, route.path, async (c) => {
        const { incoming } = c.env
        if (!cameByLan(incoming)) throw noRoute()
        refuseOtherTypes(incoming)
        const body = parseOrExplain(route.request, await readJsonBody(incoming), 'body')
        const { cookie, ...reply } = await pair(body, authority.phoneOf(incoming))
        return json(reply, { 'Set-Cookie': cookie })
      })
      continue
    }
    // The map's type ties each handler to its route's schemas, which have parsed the input; the checker cannot follow that through a loop.
    const handle = handlers[route.name] as (input: unknown) => unknown
    app.on(route.method, route.path, async (c) => {
      if (route.token !== 'none') requireRight(c, route.token)
      return json(await handle(await inputOf(c, route)))
    })
  }
  app.get('/api/openapi.json', () => json(description()))
  app.get('/metrics', (c) => {
    requireRight(c, 'control')
    return new Response(figures(), { headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' } })
  })

  const methodsOf = new Map<string, Set<string>>()
  for (const { path, method } of app.routes) methodsOf.set(path, new Set(methodsOf.get(path)).add(method))
  const onlyMethods = (path: string, methods: ReadonlySet<string>) =>
    app.all(path, () => {
      const allowed = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].join(', ')
      const problem = new Problem('method-not-allowed', 'input', `This path answers ${allowed}. Use one of them.`)
      return problemResponse(problem, { Allow: allowed })
    })
  for (const [path, methods] of methodsOf) onlyMethods(path, methods)

  for (const path of ['/api', '/api/*', '/socket.io/*'])
    app.all(path, () => {
      throw noRoute()
    })

  app.get('*', async (c) => {
    const { incoming } = c.env
    const { status, headers, bytes, isPanelPage } = await site.answer(
      (incoming.url ?? '/').replace(/\?.*$/, ''),
      incoming.headers['if-none-match'],
    )
    if (isPanelPage && cameByLan(incoming)) requireRight(c, 'page')
    const cookie = isPanelPage ? authority.cookieFor(incoming) : null
    return new Response(bytes, { status, headers: { ...headers, ...(cookie ? { 'Set-Cookie': cookie } : {}) } })
  })
  onlyMethods('*', new Set(['GET']))

  app.onError((error, c) => {
    const problem = asProblem(error)
    const route = routePath(c)
    if (problem.category === 'broken') log.error({ err: error, route, method: c.req.method }, 'request failed')
    else log.debug({ code: problem.code, route, method: c.req.method }, 'request refused')
    return problemResponse(problem)
  })
  return app
}
