/** Starts and stops the server. Only this file touches the process. */

import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type CastName, castNames } from '@rostrum/shared/contract/rehearsals'
import { toInstant } from '@rostrum/shared/kernel/time'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import { type App, buildApp } from './app.ts'
import { openFirstSession } from './doors/application/first-session.ts'
import { type Config, ConfigError, parseConfig } from './doors/config.ts'
import { MetricsError } from './doors/http/metrics.ts'
import type { Session } from './engine/session/session.ts'
import { formatStorageError, openStorage, StorageError } from './engine/store/open-storage.ts'
import { DamagedTableError } from './engine/store/store.ts'
import { createLogger, openStandardError } from './engine/telemetry/pino-logger.ts'
import { admitDefaultPeople, listDefaultPeople } from './people/access/default-people.ts'
import { isLoopback } from './people/access/server-url.ts'
import { formatStartupMessage, getStartupLinks } from './people/access/startup-links.ts'
import type { RehearsalOptions } from './services/rehearsal/rehearsal.ts'

/** The environment variables of a listening address. */
type VariableNames = { readonly host: string; readonly port: string }
const mainVariables: VariableNames = { host: 'ROSTRUM_HOST', port: 'ROSTRUM_PORT' }
const metricsVariables: VariableNames = { host: 'ROSTRUM_METRICS', port: 'ROSTRUM_METRICS' }

// Files have secrets and names, and are for nobody else on the machine.
process.umask(0o077)

/** Logs go to standard error, because standard output is for the links. */
const logger = createLogger(openStandardError())
/** The wall time at the start. The monotonic clock continues it, so that a correction of the system time does not move countdowns. */
const started = Date.now() - performance.now()
const measureNow = () => started + performance.now()
const now = () => toInstant(Math.round(measureNow()))
/** In milliseconds. This is longer than all waits of an orderly stop together. */
const grace = 5_000

for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    logger.fatal({ err: error }, 'an uncaught error')
    process.exit(1)
  })
}

const options = {
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  rehearse: { type: 'boolean', default: false },
  speed: { type: 'string' },
  people: { type: 'string' },
  cast: { type: 'string' },
} as const
/** An error that the user can fix. Only its message is shown. */
class UsageError extends Error {}

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

/**
 * Resolves when the server is serving.
 * @public `keep-compiled.mjs` waits for it.
 */
export const serving = serve()

async function serve(): Promise<void> {
  let config: Config | null = null
  try {
    const { values } = parseArgs({ options })
    config = parseConfig(process.env, process.cwd())
    await start(config, values)
  } catch (error) {
    process.stderr.write(`${formatError(error, config)}\n`)
    process.exit(1)
  }
}

async function start(config: Config, { json, quiet, rehearse, speed, people, cast }: Options): Promise<void> {
  if (!rehearse && [speed, people, cast].some((option) => option !== undefined))
    throw new UsageError('--speed, --people and --cast are options of --rehearse.')
  const rehearsalOptions = rehearse
    ? {
        speed: parseNumber('--speed', speed ?? '5', 60),
        people: parseNumber('--people', people ?? '40', 200),
        cast: parseCast(cast ?? 'usual'),
      }
    : null
  const { log, store } = await openStorage(config, 'write', logger)
  const app = await buildApp(config, { log, store, now, measureNow, logger })
  try {
    const session = await openFirstSession(app.sessions, now())
    await admitDefaultPeople(session, listDefaultPeople(session.state.session.groups))
    await app.listen()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(app))
    if (process.env['npm_lifecycle_event'] !== undefined) stopWithParent(() => stop(app))
    logger.info({ port: app.getPort(), metrics: app.getMetricsPort(), log: log.profile }, 'serving')
    const shownSession = rehearsalOptions === null ? session : await startRehearsalOf(session, rehearsalOptions, app)
    if (quiet) return
    const startupLinks = await getStartupLinks(app, shownSession.id, shownSession.state.people.all, app.getPublicUrl())
    const info = {
      rehearsal: rehearsalOptions,
      title: getOriginalText(session.state.session.plan.title),
      profile: log.profile,
      loopback: isLoopback(config.host),
    }
    process.stdout.write(json ? `${JSON.stringify(startupLinks)}\n` : `${formatStartupMessage(startupLinks, info)}\n`)
  } catch (error) {
    await app.close()
    throw error
  }
}

/** Starts a rehearsal of the first session, if that session has not started. */
async function startRehearsalOf(session: Session, options: Omit<RehearsalOptions, 'seed'>, app: App): Promise<Session> {
  if (session.state.session.phase !== 'planned')
    throw new UsageError(
      `“${getOriginalText(session.state.session.plan.title)}” has started. Rehearse another from the organizer’s page, or name an empty directory with ROSTRUM_DATA.`,
    )
  const { session: id } = await app.rehearsals.start(session.id, session.plan, { ...options, seed: randomInt(2 ** 31) })
  return (await app.sessions.open(id)) ?? session
}

function parseNumber(option: string, value: string, max: number): number {
  const number = Number(value)
  if (!/^\d{1,3}$/.test(value) || number < 1 || number > max) throw new UsageError(`${option} must be a number from 1 to ${max}.`)
  return number
}

function parseCast(value: string): CastName {
  const cast = castNames.find((name) => name === value)
  if (cast === undefined) throw new UsageError(`--cast must be ${castNames.join(' or ')}.`)
  return cast
}

/** Ends the server when its parent ends, because npm does not always pass a signal on. */
function stopWithParent(end: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, 500)
  timer.unref()
}

/** Stops the server. A second signal ends the process at once. */
function stop(app: App): void {
  logger.info({}, 'stopping')
  setTimeout(() => process.exit(1), grace).unref()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
  app.close().then(
    () => {
      logger.info({}, 'stopped')
      process.exit(0)
    },
    (error: unknown) => {
      logger.error({ err: error }, 'stopping failed')
      process.exit(1)
    },
  )
}

/** Formats an error as one line that explains what to do. An unexpected error is shown with its stack. */
function formatError(error: unknown, config: Config | null): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof ConfigError || error instanceof UsageError) return error.message
  if (error instanceof DamagedTableError) return error.message
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException
  if (String(code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message}. Options: --json; --quiet, which prints no links; --rehearse with --speed 1 to 60, --people 1 to 200 and --cast ${castNames.join(' or ')}.`
  if (config === null) return error.stack ?? error.message
  if (error instanceof MetricsError && config.metrics)
    return formatListenError(error.cause.code ?? error.cause.name, config.metrics, metricsVariables)
  if (syscall === 'listen' || syscall === 'getaddrinfo') return formatListenError(code, config, mainVariables)
  if (error instanceof StorageError) return formatStorageError(error.cause, config)
  return error.stack ?? error.message
}

function formatListenError(
  code: string,
  { host, port }: { readonly host: string; readonly port: number },
  variables: VariableNames,
): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop the program that uses it, or choose another port with ${variables.port}.`
  if (code === 'EACCES') return `This account is not allowed to use port ${port}. Choose a port above 1023 with ${variables.port}.`
  return `This machine cannot listen on ${host} (${code}). Choose another address with ${variables.host}.`
}
