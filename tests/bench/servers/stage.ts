/** A server with its screens, ready to be measured: the product or the reference. The same screens ask both the same. */
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Certificate } from '../../support/certificate.ts'
import { freePort } from '../../support/free-port.ts'
import { Crowd } from '../client/crowd.ts'
import type { Screen } from '../client/screen.ts'
import { type MeasuredProcess, startMeasured } from './measured-process.ts'
import type { Prepared } from './prepare.ts'

export const contenders = ['product', 'reference'] as const
export type Contender = (typeof contenders)[number]

/** What a measurement of commands needs. */
export type Measurable = {
  readonly crowd: Crowd
  readonly chair: Screen
  /** All processes that serve, as one. */
  readonly server: () => Pick<MeasuredProcess, 'readCpu'>
}

export type Stage = Omit<Measurable, 'server'> & {
  readonly contender: Contender
  readonly staff: Crowd
  /** The server that runs now. */
  readonly server: () => MeasuredProcess
  /** Milliseconds that connecting all took, what it cost the server, and kB that the server had before. */
  readonly connecting: { readonly ms: number; readonly cpu: number; readonly residentBefore: number }
  /** Starts the server again after it was ended. Its port and its data are as they were. */
  restart(): Promise<void>
  close(): Promise<void>
}

const inRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export type ProductOptions = {
  /** Environment variables. */
  readonly variables?: Readonly<Record<string, string>>
  /** A flush takes 20 ms longer. */
  readonly hasSlowDisk?: boolean
  /** It serves TLS itself. */
  readonly tls?: Certificate | null
}

export function startProduct(folder: string, port: number, options: ProductOptions = {}): Promise<MeasuredProcess> {
  const { variables = {}, hasSlowDisk = false, tls = null } = options
  const preloads = [...(hasSlowDisk ? ['slow-disk'] : []), ...(tls === null ? [] : ['own-tls'])]
  // What is in one file cannot be changed from outside, so a slow disk needs the separate files.
  const main = inRepository(`server/dist/${hasSlowDisk ? 'serve' : 'main'}.js`)
  return startMeasured([...preloads.flatMap((name) => ['--import', inRepository(`tests/bench/servers/${name}.mjs`)]), main, '--json'], {
    ROSTRUM_DATA: folder,
    ROSTRUM_PORT: String(port),
    ...(tls === null ? {} : { BENCH_TLS_KEY: tls.key, BENCH_TLS_CERTIFICATE: tls.certificate }),
    ...variables,
  })
}

/** `broadcast`: what Node can do at best. `socket-io`: what a Socket.IO server can do at best. Neither has any product in it. */
export type Reference = 'broadcast' | 'socket-io'

const startReference = (reference: Reference, port: number, ...args: readonly string[]): Promise<MeasuredProcess> =>
  startMeasured([inRepository(`tests/bench/reference/${reference}.mjs`), '--port', String(port), ...args])

export type StageOptions = ProductOptions & {
  readonly reference?: Reference
  /** It will be ended and started again, so the reference too keeps its state in a file. */
  readonly isKilled?: boolean
  /** Bytes of a first view of the reference. */
  readonly firstView?: number
  /** How the screens follow. Those of the staff have sockets. */
  readonly way?: 'sockets' | 'events'
  /** Connections that are on their way at the same time. */
  readonly atOnce?: number
}

export async function openStage(contender: Contender, prepared: Prepared, options: StageOptions = {}): Promise<Stage> {
  const { reference = 'broadcast', isKilled = false, firstView = 4000, way = 'sockets', atOnce } = options
  const port = await freePort()
  const folder = contender === 'product' ? await prepared.copy() : null
  const file = join(tmpdir(), `rostrum-bench-${port}.json`)
  const start = () =>
    folder === null
      ? startReference(reference, port, '--view', String(firstView), ...(isKilled ? ['--file', file] : []))
      : startProduct(folder, port, options)
  let server = await start()
  const [crowd, staff] = [
    new Crowd({ port, eventsOf: way === 'events' ? prepared.session : null }, prepared.tickets),
    new Crowd({ port }, [prepared.chair], { isStaff: true }),
  ]
  const [chair] = staff.screens
  if (chair === undefined) throw new Error('no chair')
  await staff.connectAll()
  const [residentBefore, cpuBefore] = [server.readResident(), server.readCpu()]
  const ms = await crowd.connectAll(atOnce)
  const cpu = server.readCpu() - cpuBefore
  await crowd.becomeQuiet()
  return {
    contender,
    crowd,
    staff,
    chair,
    server: () => server,
    connecting: { ms, cpu, residentBefore },
    restart: async () => {
      server = await start()
    },
    close: async () => {
      crowd.close()
      staff.close()
      await server.end('SIGKILL')
      await rm(file, { force: true })
    },
  }
}

/** Where a product listens that was started at any free port. */
export const readPort = ({ line }: MeasuredProcess): number => Number(new URL((JSON.parse(line) as { readonly url: string }).url).port)
