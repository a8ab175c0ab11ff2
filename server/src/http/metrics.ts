/** Figures for Prometheus, on a port of their own: what is passed on from the main port can never show them, and nobody has to keep a secret. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { commands } from '@rostrum/shared/contract/registry'
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Session } from '../session/session.ts'
import type { Meter } from '../telemetry/meter.ts'

const quick = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export type Metrics = { readonly meter: Meter; readonly registry: Registry }

/** `serving`: the sessions that this node has opened. */
export function openMetrics(serving: () => Iterable<Session>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  /** Counted without ceremony: thousands a second. */
  const written = { frames: 0, bytes: 0 }
  const counted = (name: string, help: string, count: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(count())
      },
    })
  counted('rostrum_frames_sent_total', 'Frames written to screens', () => written.frames)
  counted('rostrum_frame_bytes_sent_total', 'Bytes of frames written to screens', () => written.bytes)
  new Gauge({
    name: 'rostrum_sessions',
    help: 'Sessions that this node has opened, by phase',
    labelNames: ['phase'],
    registers,
    collect() {
      this.reset()
      for (const { state } of serving()) this.inc({ phase: state.session.phase })
    },
  })
  const sockets = new Gauge({ name: 'rostrum_sockets', help: 'Open lines', labelNames: ['role', 'channel'], registers })
  const away = new Counter({ name: 'rostrum_sockets_turned_away_total', help: 'Connections not accepted', labelNames: ['why'], registers })
  const slow = new Counter({ name: 'rostrum_slow_readers_total', help: 'Connections closed because the screen did not read', registers })
  const answers = new Counter({
    name: 'rostrum_commands_total',
    help: 'Commands answered, by type and outcome: ok, or the reason of the refusal',
    labelNames: ['type', 'outcome'],
    registers,
  })
  const appends = new Histogram({ name: 'rostrum_append_seconds', help: 'From an append to its durability', buckets: quick, registers })
  const rounds = new Histogram({ name: 'rostrum_round_seconds', help: 'One round of frames', buckets: quick, registers })
  return {
    registry,
    meter: {
      arrived: (role, channel) => sockets.inc({ role, channel }),
      left: (role, channel) => sockets.dec({ role, channel }),
      turnedAway: (why) => away.inc({ why }),
      answered: (type, reply) => {
        const known = type !== null && Object.hasOwn(commands, type) ? type : 'none'
        answers.inc({ type: known, outcome: reply.ok ? 'ok' : reply.why })
      },
      sent: (bytes) => {
        written.frames += 1
        written.bytes += bytes
      },
      letGo: () => slow.inc(),
      appended: (seconds) => appends.observe(seconds),
      round: (seconds) => rounds.observe(seconds),
    },
  }
}

/** What the doors refuse, by the pattern of the route; a status says which kind of no it was. Not encapsulated. */
export function countRefusals(http: FastifyInstance, registry: Registry): void {
  const refusals = new Counter({
    name: 'rostrum_http_refused_total',
    help: 'Requests refused at the entry: 404 an unknown link or code, 429 too many, 401 not the organizer',
    labelNames: ['route', 'status'],
    registers: [registry],
  })
  http.addHook('onResponse', async (request, reply) => {
    const { url: route = '' } = request.routeOptions
    if (route.startsWith('/api/') && reply.statusCode >= 400) refusals.inc({ route, status: String(reply.statusCode) })
  })
}

/** The figures cannot be served where they should be; the cause says why. */
export class MetricsFault extends Error {
  override readonly name = 'MetricsFault'
  declare readonly cause: NodeJS.ErrnoException
}

export type MetricsServer = { readonly port: number; close(): Promise<void> }

export async function serveMetrics(place: { readonly host: string; readonly port: number }, registry: Registry): Promise<MetricsServer> {
  collectDefaultMetrics({ register: registry })
  const server = createServer({ requestTimeout: 5_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end()
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text),
      (error: Error) => response.writeHead(500).end(error.name),
    )
  })
  server.listen(place.port, place.host)
  await once(server, 'listening').catch((cause: Error) => {
    throw new MetricsFault('figures cannot be served', { cause })
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
