// Hosts and origins that are not ours but look like it. In: how one of our pages was opened. Out: lists to try at the border.

export interface Opened {
  readonly scheme: 'http' | 'https'
  /** A name in letters; 127.0.0.1 is taken to be another of our names. */
  readonly name: string
  readonly port: number
}

export const foreignOrigins = ({ scheme, name, port }: Opened): string[] => [
  'null',
  `${scheme}://evil.example`,
  `${scheme}://${name}.evil.example:${port}`,
  `${scheme}://evil.example:${port}`,
  `${scheme}://${name}:${port + 1}`,
  `${scheme}://${name}`,
  `${scheme === 'http' ? 'https' : 'http'}://${name}:${port}`,
  `${scheme}://${name}:${port}`.toUpperCase(),
  `${scheme}://${name}:${port}/`,
  `${scheme}://${name}.:${port}`,
  `${scheme}://127.0.0.1:${port}`,
  `${scheme}://user@${name}:${port}`,
  `${scheme}://${name}:${port} ${scheme}://evil.example`,
  'file://',
]

/** What each is, and the header lines. */
export const foreignHosts = ({ name, port }: Opened): [string, string[]][] => [
  ['another name', ['Host: evil.example']],
  ['another name with our port', [`Host: evil.example:${port}`]],
  ['a name that resolves to us', [`Host: 127.0.0.1.nip.io:${port}`]],
  ['a trailing dot', [`Host: ${name}.:${port}`]],
  ['no port', [`Host: ${name}`]],
  ['another port', [`Host: ${name}:${port + 1}`]],
  ['upper case', [`Host: ${name.toUpperCase()}:${port}`]],
  ['a decimal address', [`Host: 2130706433:${port}`]],
  ['a user', [`Host: user@${name}:${port}`]],
  ['no Host', []],
  ['an empty Host', ['Host:']],
  ['two Hosts', [`Host: ${name}:${port}`, 'Host: evil.example']],
  ['two good Hosts', [`Host: ${name}:${port}`, `host: ${name}:${port}`]],
]

/** Concrete requests for the router's patterns. */
export const concreteRoutes = (routes: readonly { readonly method: string; readonly path: string }[]) =>
  routes.map(({ method, path }) => ({
    method: method === 'ALL' ? 'POST' : method,
    path: path.replace(/:\w+/g, 'tori').replace('*', 'anything'),
  }))
