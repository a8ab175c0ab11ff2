/** Reads the configuration from the environment variables, or reports every error at once. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { proxyKeywords } from '../engine/wire/client-address.ts'
import { AllowedAddresses } from '../services/webhooks/allowed-addresses.ts'

export type Config = {
  readonly port: number
  readonly host: string
  readonly data: string
  /** The address without a slash at the end. Null: derived from the address on which the server listens. */
  readonly publicUrl: string | null
  /** The address of Redis. Null: the embedded log in `data`. */
  readonly redisUrl: string | null
  /**
   * The addresses of Sentinels: `[user:password@]host:port`. They know the primary by the host of `redisUrl`. Null: that host is the
   * address of Redis.
   */
  readonly redisSentinels: readonly string[] | null
  /** Whether a Redis that may lose confirmed data is allowed. */
  readonly redisVolatile: boolean
  /** Proxies whose report of the client address is trusted: see `trustProxies`. */
  readonly trustedProxies: readonly string[]
  /** The address of the metrics. Null: off. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  /** The server that sends mail. Null: no mail is sent. */
  readonly smtpHost: string | null
  readonly smtpPort: number
  /** `starttls` and `tls` are encrypted, the first after an unencrypted greeting. */
  readonly smtpTls: (typeof smtpTlsModes)[number]
  readonly smtpLogin: { readonly user: string; readonly password: string } | null
  /** The sender of mail, as in the header. */
  readonly mailFrom: { readonly name: string; readonly address: string } | null
  /** The most mails per minute. */
  readonly mailRate: number
  /** The addresses to which webhooks may be sent. Null: none. */
  readonly webhooksTo: AllowedAddresses | null
}
const smtpTlsModes = ['starttls', 'tls', 'none'] as const

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number (0 to 65535)')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a port number (0 to 65535)')
const makeUrlSchema = (protocol: RegExp, what: string) =>
  z.string().refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol), what)
const publicUrlSchema = makeUrlSchema(/^https?:$/, 'is not an address such as https://rostrum.example.org')
  .refine((text) => !URL.canParse(text) || isPlain(new URL(text)), 'must be an origin only, without path, query, fragment or password')
  .transform((text) => new URL(text).origin)

const proxiesSchema = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isProxy), 'is not a list of addresses, subnets such as 10.0.0.0/8, or the words loopback and uniquelocal')
const sentinelsSchema = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => URL.canParse(`redis://${part}`) && new URL(`redis://${part}`).port !== ''),
    'is not a list of addresses such as 10.0.0.1:26379',
  )
const metricsSchema = z
  .string()
  .refine((text) => text === 'off' || parseAddress(text) !== null, 'must be off, a port, or an address with a port, such as 0.0.0.0:9464')
  .transform(parseAddress)

const hostSchema = (what: string) => z.string().regex(/^[A-Za-z0-9.:_%-]{1,253}$/, what)
const loginSchema = z
  .string()
  .regex(/^[^:\p{Cc}]+:[^\p{Cc}]+$/u, 'must be a user name and a password separated by a colon')
  .transform((text) => ({ user: text.slice(0, text.indexOf(':')), password: text.slice(text.indexOf(':') + 1) }))
const senderSchema = z
  .string()
  .regex(
    /^(?:[^<>"\p{Cc}]{0,80} ?<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u,
    'is not an address such as Secretariat <session@example.org>',
  )
  .transform((text) => {
    const [, name = '', address = text] = /^(.*?) ?<(.+)>$/.exec(text) ?? []
    return { name, address }
  })

const allowedSchema = z.string().transform((text, context) => {
  const allowed = AllowedAddresses.parse(text)
  if (allowed === null) context.addIssue('is not a list of names such as hooks.example.org, addresses, or networks such as 10.0.0.0/8')
  return allowed ?? z.NEVER
})

const environmentSchema = z.object({
  ROSTRUM_PORT: portSchema.default(3000),
  ROSTRUM_HOST: hostSchema('is not a name or address to listen on').default('127.0.0.1'),
  ROSTRUM_DATA: z
    .string()
    .refine((path) => !path.includes('\0'), 'is not a path')
    .default('data'),
  ROSTRUM_PUBLIC_URL: publicUrlSchema.optional(),
  ROSTRUM_REDIS_URL: makeUrlSchema(/^rediss?:$/, 'is not an address such as redis://127.0.0.1:6379').optional(),
  ROSTRUM_REDIS_SENTINELS: sentinelsSchema.optional(),
  ROSTRUM_REDIS_VOLATILE: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('no'),
  ROSTRUM_TRUSTED_PROXIES: proxiesSchema.default(['loopback']),
  ROSTRUM_METRICS: metricsSchema.default(null),
  ROSTRUM_SMTP_HOST: hostSchema('is not a name or address of a mail server').optional(),
  ROSTRUM_SMTP_PORT: portSchema.default(587),
  ROSTRUM_SMTP_TLS: z.enum(smtpTlsModes, { error: 'must be starttls, tls or none' }).default('starttls'),
  ROSTRUM_SMTP_LOGIN: loginSchema.optional(),
  ROSTRUM_MAIL_FROM: senderSchema.optional(),
  ROSTRUM_MAIL_RATE: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be the number of emails per minute (1 to 9999)')
    .transform(Number)
    .default(60),
  ROSTRUM_WEBHOOKS_TO: allowedSchema.optional(),
})

/** The names of all environment variables. docs/operating.md has a row for each. */
export const environmentVariables: readonly string[] = Object.keys(environmentSchema.shape)

/** Parses the configuration. An empty variable counts as not set. `folder`: the base of a relative data directory. Throws `ConfigError`. */
export function parseConfig(variables: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const setVariables = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const result = environmentSchema.safeParse(setVariables)
  if (!result.success) throw new ConfigError(formatIssues(result.error.issues))
  const { data } = result
  const conflicts = [...findMailConflicts(data), ...findRedisConflicts(data)]
  if (conflicts.length > 0) throw new ConfigError(formatIssues(conflicts))
  return {
    port: data.ROSTRUM_PORT,
    host: data.ROSTRUM_HOST,
    data: resolve(folder, data.ROSTRUM_DATA),
    publicUrl: data.ROSTRUM_PUBLIC_URL ?? null,
    redisUrl: data.ROSTRUM_REDIS_URL ?? null,
    redisSentinels: data.ROSTRUM_REDIS_SENTINELS ?? null,
    redisVolatile: data.ROSTRUM_REDIS_VOLATILE === 'yes',
    trustedProxies: data.ROSTRUM_TRUSTED_PROXIES,
    metrics: data.ROSTRUM_METRICS,
    smtpHost: data.ROSTRUM_SMTP_HOST ?? null,
    smtpPort: data.ROSTRUM_SMTP_PORT,
    smtpTls: data.ROSTRUM_SMTP_TLS,
    smtpLogin: data.ROSTRUM_SMTP_LOGIN ?? null,
    mailFrom: data.ROSTRUM_MAIL_FROM ?? null,
    mailRate: data.ROSTRUM_MAIL_RATE,
    webhooksTo: data.ROSTRUM_WEBHOOKS_TO ?? null,
  }
}

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'>

/** Finds variables that are each valid, but not together. */
function findMailConflicts(data: z.infer<typeof environmentSchema>): readonly Issue[] {
  const { ROSTRUM_SMTP_HOST: host, ROSTRUM_SMTP_TLS: tls, ROSTRUM_SMTP_LOGIN: login } = data
  // Without a public address the links in mails would lead to a machine that nobody can reach.
  const needed = ['ROSTRUM_PUBLIC_URL', 'ROSTRUM_MAIL_FROM'] as const
  const missing = needed.filter((name) => host !== undefined && data[name] === undefined)
  return [
    ...missing.map((name) => ({ path: [name], message: 'is required when ROSTRUM_SMTP_HOST is set' })),
    ...(login !== undefined && tls === 'none'
      ? [{ path: ['ROSTRUM_SMTP_LOGIN'], message: 'would be sent unencrypted with ROSTRUM_SMTP_TLS=none' }]
      : []),
  ]
}

function findRedisConflicts({
  ROSTRUM_REDIS_SENTINELS: sentinels,
  ROSTRUM_REDIS_URL: url,
}: z.infer<typeof environmentSchema>): readonly Issue[] {
  if (sentinels === undefined || url !== undefined) return []
  return [{ path: ['ROSTRUM_REDIS_URL'], message: 'is required when ROSTRUM_REDIS_SENTINELS is set' }]
}

/** Formats the message without the values, because an address may contain a password. */
const formatIssues = (issues: readonly Issue[]): string =>
  `The configuration has errors: ${issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`

const isPlain = ({ pathname, search, hash, username, password }: URL): boolean =>
  pathname === '/' && `${search}${hash}${username}${password}` === ''

function isProxy(part: string): boolean {
  const [address = '', prefix, ...more] = part.split('/')
  if (proxyKeywords.includes(part)) return true
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return bits > 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}

/** Parses an address. A port alone means this machine only. */
function parseAddress(text: string): Config['metrics'] {
  const [, host = '127.0.0.1', port = ''] = /^(?:\[?([A-Za-z0-9.:_-]+?)\]?:)?(\d{1,5})$/.exec(text) ?? []
  return port === '' || Number(port) > 65_535 ? null : { host, port: Number(port) }
}
