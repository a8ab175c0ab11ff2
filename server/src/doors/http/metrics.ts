/** Metrics for Prometheus are on a separate port. So a proxy of the main port can never expose them, and no secret is needed. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { audiences } from '@rostrum/shared/contract/roles'
import { makeRecord } from '@rostrum/shared/kernel/fields'
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Session } from '../../engine/session/session.ts'
import type { Meter } from '../../engine/telemetry/meter.ts'

type SentTotals = { frames: number; bytes: number }

const groupBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
const latencyBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export type Metrics = { readonly meter: Meter; readonly registry: Registry }

/** `getOpenSessions`: returns the sessions that this node has opened. `getProfile`: returns the current promise of the log. */
export function createMetrics(getOpenSessions: () => Iterable<Session>, getProfile: () => string): Metrics {
  const registry = new Registry()
  const registers = [registry]
  /** Plain numbers, because there are thousands of frames per second. */
  const sentTotals = makeRecord(audiences, (): SentTotals => ({ frames: 0, bytes: 0 }))
  const createTotalCounter = (name: string, help: string, total: keyof SentTotals) =>
    new Counter({
      name,
      help,
      labelNames: ['audience'],
      registers,
      collect() {
        this.reset()
        for (const audience of audiences) this.inc({ audience }, sentTotals[audience][total])
      },
    })
  createTotalCounter('rostrum_frames_sent_total', 'Frames written to screens, by audience', 'frames')
  createTotalCounter('rostrum_frame_bytes_sent_total', 'Bytes of frames written to screens, by audience', 'bytes')
  new Gauge({
    name: 'rostrum_sessions',
    help: 'Sessions that this node has opened, by phase',
    labelNames: ['phase'],
    registers,
    collect() {
      this.reset()
      for (const { state } of getOpenSessions()) this.inc({ phase: state.session.phase })
    },
  })
  new Gauge({
    name: 'rostrum_sessions_at_fault',
    help: 'Sessions of this node that take no commands now, by reason',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset()
      for (const { fault } of getOpenSessions()) if (fault !== null) this.inc({ reason: fault.reason })
    },
  })
  new Gauge({
    name: 'rostrum_log_profile',
    help: 'What the log promises now: 1, by profile',
    labelNames: ['profile'],
    registers,
    collect() {
      this.reset()
      this.set({ profile: getProfile() }, 1)
    },
  })
  const sockets = new Gauge({ name: 'rostrum_sockets', help: 'Open connections', labelNames: ['role', 'channel'], registers })
  const refusedConnections = new Counter({
    name: 'rostrum_sockets_turned_away_total',
    help: 'Connections not accepted',
    labelNames: ['reason'],
    registers,
  })
  const slowReaders = new Counter({
    name: 'rostrum_slow_readers_total',
    help: 'Connections closed because the screen did not read',
    registers,
  })
  const floods = new Counter({
    name: 'rostrum_floods_total',
    help: 'Connections closed because they sent more than any screen does',
    registers,
  })
  const answers = new Counter({
    name: 'rostrum_commands_total',
    help: 'Commands answered, by type and outcome: ok, or the reason of the refusal',
    labelNames: ['type', 'outcome'],
    registers,
  })
  const appends = new Histogram({
    name: 'rostrum_append_seconds',
    help: 'From an append to its durability',
    buckets: latencyBuckets,
    registers,
  })
  const groups = new Histogram({
    name: 'rostrum_append_commits',
    help: 'Commits that were stored together',
    buckets: groupBuckets,
    registers,
  })
  const webhooks = new Counter({
    name: 'rostrum_webhook_attempts_total',
    help: 'Messages sent by webhooks, by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const rounds = new Histogram({
    name: 'rostrum_round_seconds',
    help: 'Processor time of one round of frames, by audience and pace',
    labelNames: ['audience', 'pace'],
    buckets: latencyBuckets,
    registers,
  })
  return {
    registry,
    meter: {
      connected: (role, channel) => sockets.inc({ role, channel }),
      disconnected: (role, channel) => sockets.dec({ role, channel }),
      connectionRefused: (reason) => refusedConnections.inc({ reason }),
      replySent: (type, reply) => {
        answers.inc({ type: type ?? 'none', outcome: reply.ok ? 'ok' : reply.reason })
      },
      frameSent: (audience, bytes) => {
        sentTotals[audience].frames += 1
        sentTotals[audience].bytes += bytes
      },
      droppedSlow: () => slowReaders.inc(),
      droppedFlood: () => floods.inc(),
      appended: (seconds, commits) => {
        appends.observe(seconds)
        groups.observe(commits)
      },
      webhookTried: (outcome) => webhooks.inc({ outcome }),
      roundTimed: (audience, pace, seconds) => rounds.observe({ audience, pace }, seconds),
    },
  }
}

/** Counts refused requests by route pattern and status. It is not encapsulated: it applies to the given instance. */
export function countHttpErrors(http: FastifyInstance, registry: Registry): void {
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

/** The metrics cannot be served on their address. `cause` gives the reason. */
export class MetricsError extends Error {
  override readonly name = 'MetricsError'
  declare readonly cause: NodeJS.ErrnoException
}

export type MetricsServer = { readonly port: number; close(): Promise<void> }

export async function serveMetrics(address: { readonly host: string; readonly port: number }, registry: Registry): Promise<MetricsServer> {
  collectDefaultMetrics({ register: registry })
  const server = createServer({ requestTimeout: 5_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end()
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text),
      (error: Error) => response.writeHead(500).end(error.name),
    )
  })
  server.listen(address.port, address.host)
  await once(server, 'listening').catch((cause: Error) => {
    throw new MetricsError('figures cannot be served', { cause })
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
