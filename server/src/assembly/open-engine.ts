/** The storey of the engine: the sessions of this node, and who is connected on all nodes. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Config } from '../doors/config.ts'
import { createMetrics } from '../doors/http/metrics.ts'
import type { Log } from '../engine/log/log.ts'
import { meterAppends } from '../engine/log/metered-log.ts'
import { NodeClock } from '../engine/nodes/node-clock.ts'
import { Nodes } from '../engine/nodes/nodes.ts'
import { CheckIns } from '../engine/presence/check-ins.ts'
import { PresenceRegistry } from '../engine/presence/presence-registry.ts'
import { SessionRegistry } from '../engine/session/session-registry.ts'
import type { Store } from '../engine/store/store.ts'
import type { Logger } from '../engine/telemetry/logger.ts'

type EnginePorts = {
  readonly log: Log
  readonly store: Store
  readonly now: () => Instant
  readonly measureNow?: () => number
  readonly logger: Logger
}
export type Engine = ReturnType<typeof openEngine>

export function openEngine(config: Config, { log, store, now, measureNow = now, logger }: EnginePorts) {
  const clock = new NodeClock(measureNow)
  const { meter, registry } = createMetrics(
    () => sessions.openSessions,
    () => log.profile,
  )
  const sessions: SessionRegistry = new SessionRegistry({
    log: meterAppends(log, meter.appended),
    ...{ store, logger, storage: config, now: () => clock.measure() },
  })
  const nodes = new Nodes({ channel: store.nodes, clock, logger })
  const presenceRegistry = new PresenceRegistry({ checkIns: new CheckIns(store), nodes, logger })
  return { clock, meter, metrics: registry, sessions, nodes, presenceRegistry }
}
