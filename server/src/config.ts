/** The environment, checked: a whole configuration, or every fault at once. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

export type Config = {
  readonly port: number
  readonly host: string
  readonly data: string
  /** Without a slash at the end; null: found out from where the server listens. */
  readonly publicUrl: string | null
  /** Null: the embedded log in `data`. */
  readonly redisUrl: string | null
  /** Whether a Redis that forgets may be used all the same. */
  readonly redisVolatile: boolean
  /** Whose word about the address of a caller is taken, in the words of Fastify's trustProxy. */
  readonly trustedProxies: readonly string[]
  /** Where figures are served; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null
}

export class FaultyConfig extends Error {
  override readonly name = 'FaultyConfig'
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port (0 to 65535)')
  .transform(Number)
  .refine((value) => value <= 65_535, 'is not a port (0 to 65535)')
const url = (protocol: RegExp, what: string) =>
  z.string().refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol), what)
const publicUrl = url(/^https?:$/, 'is not an address such as https://rostrum.example.org')
  .refine((text) => !URL.canParse(text) || isPlain(new URL(text)), 'must be an origin alone: no path, query, fragment or password')
  .transform((text) => new URL(text).origin)

const proxyWords: readonly string[] = ['loopback', 'linklocal', 'uniquelocal']
const proxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isProxy), 'is not a list of addresses, subnets such as 10.0.0.0/8, or the words loopback and uniquelocal')
const metrics = z
  .string()
  .refine((text) => text === 'off' || placeIn(text) !== null, 'is neither off, nor a port, nor an address with a port such as 0.0.0.0:9464')
  .transform(placeIn)

const environment = z.object({
  ROSTRUM_PORT: port.default(3000),
  ROSTRUM_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_%-]{1,253}$/, 'is not a name or address to listen on')
    .default('127.0.0.1'),
  ROSTRUM_DATA: z
    .string()
    .refine((path) => !path.includes('\0'), 'is not a path')
    .default('data'),
  ROSTRUM_PUBLIC_URL: publicUrl.optional(),
  ROSTRUM_REDIS_URL: url(/^rediss?:$/, 'is not an address such as redis://127.0.0.1:6379').optional(),
  ROSTRUM_REDIS_VOLATILE: z.enum(['yes', 'no'], { error: 'is neither yes nor no' }).default('no'),
  ROSTRUM_TRUSTED_PROXIES: proxies.default(['loopback']),
  ROSTRUM_METRICS: metrics.default(null),
})

/** All that can be set: docs/operating.md has a row for each. */
export const variables: readonly string[] = Object.keys(environment.shape)

/** An empty variable counts as not set. `folder`: where a relative data directory begins. */
export function configFrom(variables: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const read = environment.safeParse(given)
  if (!read.success) throw new FaultyConfig(sentence(read.error.issues))
  const { data } = read
  return {
    port: data.ROSTRUM_PORT,
    host: data.ROSTRUM_HOST,
    data: resolve(folder, data.ROSTRUM_DATA),
    publicUrl: data.ROSTRUM_PUBLIC_URL ?? null,
    redisUrl: data.ROSTRUM_REDIS_URL ?? null,
    redisVolatile: data.ROSTRUM_REDIS_VOLATILE === 'yes',
    trustedProxies: data.ROSTRUM_TRUSTED_PROXIES,
    metrics: data.ROSTRUM_METRICS,
  }
}

/** Values are not repeated: an address may hold a password. */
const sentence = (issues: readonly z.core.$ZodIssue[]): string =>
  `The configuration has faults: ${issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`

const isPlain = ({ pathname, search, hash, username, password }: URL): boolean =>
  pathname === '/' && `${search}${hash}${username}${password}` === ''

function isProxy(part: string): boolean {
  const [address = '', prefix, ...more] = part.split('/')
  if (proxyWords.includes(part)) return true
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return bits > 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}

/** A port alone is one of this machine. */
function placeIn(text: string): Config['metrics'] {
  const [, host = '127.0.0.1', port = ''] = /^(?:\[?([A-Za-z0-9.:_-]+?)\]?:)?(\d{1,5})$/.exec(text) ?? []
  return port === '' || Number(port) > 65_535 ? null : { host, port: Number(port) }
}
