/** Starts and stops the server; the only file that touches the process. */
import { parseArgs } from 'node:util'
import { instantOf } from '@rostrum/shared/kernel/time'
import { greeting, handout } from './access/handout.ts'
import { isLoopback } from './access/own-url.ts'
import { firstSeats, seat } from './access/seats.ts'
import { type App, build } from './app.ts'
import { type Config, configFrom, FaultyConfig } from './config.ts'
import { MetricsFault } from './http/metrics.ts'
import { openLogger, standardError } from './http/logger.ts'
import { cannotStore, openStorage, StorageFault } from './store/storage.ts'
import { firstSession } from './template/first-session.ts'

/** Which variables say where something listens. */
type Names = { readonly host: string; readonly port: string }
const mainNames: Names = { host: 'ROSTRUM_HOST', port: 'ROSTRUM_PORT' }
const metricsNames: Names = { host: 'ROSTRUM_METRICS', port: 'ROSTRUM_METRICS' }

/** Standard output is for the links; what happens goes to the other one. */
const logger = openLogger(standardError())
/** Wall time at the start, carried on by the steady clock: a correction of the system's time moves no countdown. */
const started = Date.now() - performance.now()
const now = () => instantOf(Math.round(started + performance.now()))
/** Longer than all waits of an orderly end together. */
const grace = 5_000

for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    logger.fatal({ err: error }, 'a fault that nobody caught')
    process.exit(1)
  })
}

let config: Config | null = null
try {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, quiet: { type: 'boolean', default: false } } })
  config = configFrom(process.env, process.cwd())
  await start(config, values)
} catch (error) {
  process.stderr.write(`${lineFor(error, config)}\n`)
  process.exit(1)
}

async function start(config: Config, { json, quiet }: { readonly json: boolean; readonly quiet: boolean }): Promise<void> {
  const { log, store } = await openStorage(config)
  const app = await build(config, { log, store, now, logger })
  try {
    const session = await firstSession(app.sessions, now())
    await seat(session, firstSeats(session.state.session.groups))
    await app.listen()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(app))
    logger.info({ port: app.port(), metrics: app.metricsPort(), log: log.profile }, 'serving')
    if (quiet) return
    const given = await handout(app, session.id, session.state.people.all, app.publicUrl())
    const about = { title: session.state.session.plan.title, profile: log.profile, loopback: isLoopback(config.host) }
    process.stdout.write(json ? `${JSON.stringify(given)}\n` : `${greeting(given, about)}\n`)
  } catch (error) {
    await app.close()
    throw error
  }
}

/** A second signal ends it at once. */
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

/** One line that says what to do; what was not foreseen comes with all that is known of it. */
function lineFor(error: unknown, config: Config | null): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof FaultyConfig || error.name === 'Damaged') return error.message
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException
  if (String(code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message}. There are two options: --json, and --quiet, which prints no links.`
  if (config === null) return error.stack ?? error.message
  if (error instanceof MetricsFault && config.metrics)
    return cannotListen(error.cause.code ?? error.cause.name, config.metrics, metricsNames)
  if (syscall === 'listen' || syscall === 'getaddrinfo') return cannotListen(code, config, mainNames)
  if (error instanceof StorageFault) return cannotStore(error.cause, config)
  return error.stack ?? error.message
}

function cannotListen(code: string, { host, port }: { readonly host: string; readonly port: number }, by: Names): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what uses it, or choose another with ${by.port}.`
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Choose one above 1023 with ${by.port}.`
  return `This machine cannot listen on ${host} (${code}). Choose another address with ${by.host}.`
}
