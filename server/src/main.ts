/** Starts and stops the server; the only file that touches the process. */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { instantOf } from '@rostrum/shared/kernel/time'
import { firstSeats, seat } from './access/default-people.ts'
import { isLoopback } from './access/server-url.ts'
import { greeting, handout } from './access/startup-links.ts'
import { type App, build } from './app.ts'
import { firstSession } from './application/first-session.ts'
import { type Config, configFrom, FaultyConfig } from './config.ts'
import { MetricsFault } from './http/metrics.ts'
import type { Wish } from './rehearsal/rehearsal.ts'
import type { Session } from './session/session.ts'
import { cannotStore, openStorage, StorageFault } from './store/open-storage.ts'
import { openLogger, standardError } from './telemetry/pino-logger.ts'

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

const options = {
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  rehearse: { type: 'boolean', default: false },
  speed: { type: 'string', default: '5' },
  people: { type: 'string', default: '40' },
} as const
/** What whoever typed it can mend. */
class Misused extends Error {}

type Options = { readonly [name in keyof typeof options]: (typeof options)[name]['type'] extends 'boolean' ? boolean : string }

let config: Config | null = null
try {
  const { values } = parseArgs({ options })
  config = configFrom(process.env, process.cwd())
  await start(config, values)
} catch (error) {
  process.stderr.write(`${lineFor(error, config)}\n`)
  process.exit(1)
}

async function start(config: Config, { json, quiet, rehearse, speed, people }: Options): Promise<void> {
  const wish = rehearse ? { speed: numberIn('--speed', speed, 60), people: numberIn('--people', people, 200) } : null
  const { log, store } = await openStorage(config)
  const app = await build(config, { log, store, now, logger })
  try {
    const session = await firstSession(app.sessions, now())
    await seat(session, firstSeats(session.state.session.groups))
    await app.listen()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(app))
    logger.info({ port: app.port(), metrics: app.metricsPort(), log: log.profile }, 'serving')
    const shown = wish === null ? session : await rehearsalOf(session, wish, app)
    if (quiet) return
    const given = await handout(app, shown.id, shown.state.people.all, app.publicUrl())
    const about = { rehearsed: wish, title: session.state.session.plan.title, profile: log.profile, loopback: isLoopback(config.host) }
    process.stdout.write(json ? `${JSON.stringify(given)}\n` : `${greeting(given, about)}\n`)
  } catch (error) {
    await app.close()
    throw error
  }
}

/** Of the session that this server serves first, as long as that has not begun. */
async function rehearsalOf(session: Session, wish: Omit<Wish, 'seed'>, app: App): Promise<Session> {
  if (session.state.session.phase !== 'planned')
    throw new Misused(
      `“${session.state.session.plan.title}” has started. Rehearse another from the organizer’s page, or name an empty directory with ROSTRUM_DATA.`,
    )
  const { session: id } = await app.rehearsals.begin(session.id, session.plan, { ...wish, seed: randomInt(2 ** 31) })
  return (await app.sessions.open(id)) ?? session
}

function numberIn(option: string, written: string, most: number): number {
  const number = Number(written)
  if (!/^\d{1,3}$/.test(written) || number < 1 || number > most) throw new Misused(`${option} is a number from 1 to ${most}.`)
  return number
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
  if (error instanceof FaultyConfig || error instanceof Misused || error.name === 'Damaged') return error.message
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException
  if (String(code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message}. There are: --json, --quiet, which prints no links, and --rehearse with --speed 1 to 60 and --people 1 to 200.`
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
