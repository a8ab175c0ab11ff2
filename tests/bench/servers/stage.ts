/** A server with its screens, ready to be measured: the product or the reference. The screens ask both for the same things. */
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

/** Everything that a measurement of commands needs. */
export type Measurable = {
  readonly crowd: Crowd
  readonly chair: Screen
  /** All processes of the server, measured as one. */
  readonly server: () => Pick<MeasuredProcess, 'readCpu'>
}

export type Stage = Omit<Measurable, 'server'> & {
  readonly contender: Contender
  readonly staff: Crowd
  /** Returns the server that is running now. */
  readonly server: () => MeasuredProcess
  /**
   * `ms`: how long it took to connect all screens. `cpu`: the processor milliseconds it cost the server. `residentBefore`: the server's
   * memory before it, in kB.
   */
  readonly connecting: { readonly ms: number; readonly cpu: number; readonly residentBefore: number }
  /** Starts the server again after it has ended, with the same port and the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

const inRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export type ProductOptions = {
  /** Environment variables. */
  readonly variables?: Readonly<Record<string, string>>
  /** Whether each flush takes 20 ms longer. */
  readonly hasSlowDisk?: boolean
  /** The certificate with which the product serves TLS itself. */
  readonly tls?: Certificate | null
}

export function startProduct(folder: string, port: number, options: ProductOptions = {}): Promise<MeasuredProcess> {
  const { variables = {}, hasSlowDisk = false, tls = null } = options
  const preloads = [...(hasSlowDisk ? ['slow-disk'] : []), ...(tls === null ? [] : ['own-tls'])]
  // The modules in a single file cannot be replaced from outside, so a slow disk needs the separate files.
  const main = inRepository(`server/dist/${hasSlowDisk ? 'serve' : 'main'}.js`)
  return startMeasured([...preloads.flatMap((name) => ['--import', inRepository(`tests/bench/servers/${name}.mjs`)]), main, '--json'], {
    ROSTRUM_DATA: folder,
    ROSTRUM_PORT: String(port),
    ...(tls === null ? {} : { BENCH_TLS_KEY: tls.key, BENCH_TLS_CERTIFICATE: tls.certificate }),
    ...variables,
  })
}

/** `broadcast`: the best that Node can do. `socket-io`: the best that a Socket.IO server can do. Neither contains any of the product. */
export type Reference = 'broadcast' | 'socket-io'

const startReference = (reference: Reference, port: number, ...args: readonly string[]): Promise<MeasuredProcess> =>
  startMeasured([inRepository(`tests/bench/reference/${reference}.mjs`), '--port', String(port), ...args])

export type StageOptions = ProductOptions & {
  readonly reference?: Reference
  /** The server will be ended and started again, so the reference keeps its state in a file too. */
  readonly isKilled?: boolean
  /** The size of the reference's first view, in bytes. */
  readonly firstView?: number
  /** How the screens follow. The staff's screens always have sockets. */
  readonly way?: 'sockets' | 'events'
  /** The most connections that are being opened at a time. */
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

/** Returns the port of a product that was started at any free port. */
export const readPort = ({ line }: MeasuredProcess): number => Number(new URL((JSON.parse(line) as { readonly url: string }).url).port)
