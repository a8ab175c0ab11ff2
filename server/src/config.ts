/** The environment, checked: a whole configuration, or every fault at once. */
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
})

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
  }
}

/** Values are not repeated: an address may hold a password. */
const sentence = (issues: readonly z.core.$ZodIssue[]): string =>
  `The configuration has faults: ${issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`

const isPlain = ({ pathname, search, hash, username, password }: URL): boolean =>
  pathname === '/' && `${search}${hash}${username}${password}` === ''
