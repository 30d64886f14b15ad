// The API described for machines. In: ROUTES. Out: an OpenAPI 3.1 document.
import { PRODUCT_VERSION, ProblemBody, ROUTES, type Route, Slug } from '@psiona/shared'
import { z } from 'zod'
import { BODY_LIMIT_BYTES } from './json-body'

/** Empty, so that every schema is written out where it is used; '#/$defs' would point to the wrong root. */
const inPlace = z.registry<{ id?: string }>()

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, metadata: inPlace, unrepresentable: 'any' })
  return rest
}

const jsonContent = (schema: unknown) => ({ 'application/json': { schema } })
const problem = (description: string) => ({ description, content: jsonContent({ $ref: '#/components/schemas/ProblemBody' }) })

function parametersOf({ path, query }: Route): unknown[] {
  const inPath = Array.from(path.matchAll(/:(\w+)/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(Slug, 'input'),
  }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema, 'output'),
  }))
  return [...inPath, ...inQuery]
}

const securityOf = ({ token }: Route): unknown[] =>
  token === 'none' ? [] : [{ controlToken: [] }, { panelCookie: [] }, ...(token === 'phone' ? [{ phoneCookie: [] }] : [])]

const bodyOf = ({ bodyLimitBytes = BODY_LIMIT_BYTES }: Route, request: z.ZodType) => ({
  required: true,
  description: `At most ${bodyLimitBytes} bytes.`,
  content: jsonContent(schemaOf(request, 'input')),
})

const fileOf = ({ bodyLimitBytes = BODY_LIMIT_BYTES }: Route, type: string) => ({
  required: true,
  description: `The file as it is, at most ${bodyLimitBytes} bytes.`,
  content: { [type]: { schema: { type: 'string', format: 'binary' } } },
})

const operationOf = (route: Route) => ({
  operationId: route.name,
  summary: route.summary,
  security: securityOf(route),
  parameters: parametersOf(route),
  ...(route.request ? { requestBody: bodyOf(route, route.request) } : {}),
  ...(route.upload ? { requestBody: fileOf(route, route.upload) } : {}),
  responses: {
    200: { description: 'Done.', content: jsonContent(schemaOf(route.response, 'output')) },
    default: problem('Not done; the message says what to do.'),
    ...(route.token === 'none' ? {} : { 401: problem('No token that opens it.') }),
  },
})

export function openApiDocument(
  origin: string,
  cookies: { readonly panel: string; readonly phone: string },
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of ROUTES) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Psiona', version: PRODUCT_VERSION, description: 'Rules and sockets: docs/protocol.md.' },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: { ProblemBody: schemaOf(ProblemBody, 'output') },
      securitySchemes: {
        controlToken: { type: 'http', scheme: 'bearer', description: 'The content of control-token in PSIONA_DATA.' },
        panelCookie: { type: 'apiKey', in: 'cookie', name: cookies.panel, description: "The panel's own, set with its pages." },
        phoneCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: cookies.phone,
          description: "A paired phone's own, at the door for the local network.",
        },
      },
    },
  }
}
