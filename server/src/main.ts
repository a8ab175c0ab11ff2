/** Starts and stops the server; the only file that touches the process. */
import { parseArgs } from 'node:util'
import { instantOf } from '@rostrum/shared/kernel/time'
import { greeting, handout } from './access/handout.ts'
import { firstSeats, seat } from './access/seats.ts'
import { type App, build, isLoopback } from './app.ts'
import { type Config, configFrom, FaultyConfig } from './config.ts'
import { openLogger, standardError } from './http/logger.ts'
import { openStorage, StorageFault } from './store/storage.ts'
import { firstSession } from './template/first-session.ts'

/** Standard output is for the links; what happens goes to the other one. */
const logger = openLogger(standardError())
/** Wall time at the start, carried on by the steady clock: a correction of the system's time moves no countdown. */
const started = Date.now() - performance.now()
const now = () => instantOf(Math.round(started + performance.now()))
const grace = 2_000

for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    logger.fatal({ err: error }, 'a fault that nobody caught')
    process.exit(1)
  })
}

let config: Config | null = null
try {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
  config = configFrom(process.env, process.cwd())
  const app = await start(config, values.json)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(app))
} catch (error) {
  process.stderr.write(`${lineFor(error, config)}\n`)
  process.exit(1)
}

async function start(config: Config, json: boolean): Promise<App> {
  const { log, store } = await openStorage(config)
  const app = await build(config, { log, store, now, logger })
  try {
    const session = await firstSession(app.sessions, now())
    await seat(session, firstSeats(session.state.session.groups))
    await app.listen()
    const given = await handout(app, session.id, session.state.people.all, app.publicUrl())
    const about = { title: session.state.session.plan.title, profile: log.profile, loopback: isLoopback(config.host) }
    process.stdout.write(json ? `${JSON.stringify(given)}\n` : `${greeting(given, about)}\n`)
    return app
  } catch (error) {
    await app.close()
    throw error
  }
}

function stop(app: App): void {
  setTimeout(() => process.exit(1), grace).unref()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
  app.close().then(
    () => process.exit(0),
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
  if (String(code).startsWith('ERR_PARSE_ARGS')) return `${error.message}. There is one option: --json.`
  if (config === null) return error.stack ?? error.message
  if (syscall === 'listen' || syscall === 'getaddrinfo') return cannotListen(code, config)
  if (error instanceof StorageFault) return cannotStore(error.cause, config)
  return error.stack ?? error.message
}

function cannotListen(code: string, { host, port }: Config): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what uses it, or choose another with ROSTRUM_PORT.`
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Choose one above 1023 with ROSTRUM_PORT.`
  return `This machine cannot listen on ${host} (${code}). Choose another address with ROSTRUM_HOST.`
}

function cannotStore(cause: Error, { data, redisUrl }: Config): string {
  const { code } = (cause.name === 'Unavailable' ? cause.cause : cause) as NodeJS.ErrnoException
  const known = code === undefined ? '' : ` (${code})`
  if (cause.name === 'Unavailable') return `${cause.message}${known}. Is it running, and is ROSTRUM_REDIS_URL right?`
  if (redisUrl !== null || code === undefined) return cause.message
  return `The data directory ${data} cannot be used: ${cause.message}. Choose another with ROSTRUM_DATA.`
}
