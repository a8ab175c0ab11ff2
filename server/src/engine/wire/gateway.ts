/** Lets in the connections of screens, and of programs that send with a key. It knows people, and no other feature. */
import type { Server as HttpServer } from 'node:http'
import type { Socket } from 'socket.io'
import type { Fanouts } from '../fanout/fanouts.ts'
import type { SessionRegistry } from '../session/session-registry.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Meter } from '../telemetry/meter.ts'
import { AdmissionQueue } from './admission-queue.ts'
import { BacklogSweep } from './backlog.ts'
import type { CommandIntake } from './command-intake.ts'
import { ConnectionCheck } from './connection-check.ts'
import type { EncodedFrame } from './encode-frame.ts'
import type { Feed } from './feeds.ts'
import { ReadOnlyNotice } from './read-only-notice.ts'
import { acceptScreens } from './screen-connections.ts'
import { awaitReplies, closeSockets, disconnectScreens } from './shutdown.ts'
import { SocketServer, type SocketServerPorts } from './socket-server.ts'
import type { SocketWriter } from './socket-writer.ts'
import { acceptSource, type Source } from './source-gate.ts'
import type { StoreWatch } from './store-watch.ts'
import type { Tickets } from './tickets.ts'

export type GatewayPorts = Pick<SocketServerPorts, 'originCheck' | 'securityHeaders' | 'getNetwork' | 'allowances'> & {
  readonly sessions: SessionRegistry
  readonly tickets: Tickets
  readonly fanouts: Fanouts<EncodedFrame>
  readonly intake: CommandIntake
  readonly storeWatch: StoreWatch
  readonly feeds: readonly Feed[]
  readonly sources: readonly Source[]
  readonly logger: Logger
  readonly meter: Meter
}

export type Gateway = {
  /**
   * Refuses new commands, answers the pending ones, closes every connection with the restart code, then closes the sockets. All of that
   * takes bounded time.
   */
  readonly close: () => Promise<void>
}

export const openGateway = (http: HttpServer, ports: GatewayPorts): Gateway => {
  const { sessions, tickets, fanouts, intake, logger, meter } = ports
  const admissions = new AdmissionQueue(http)
  const server = new SocketServer(http, { ...ports, admissions })
  const check = new ConnectionCheck(ports)
  const readOnlyNotice = new ReadOnlyNotice(server, ports)
  const writers = new Set<SocketWriter>()
  const sweep = new BacklogSweep()
  const endSlow = (connection: Socket, about: object) => () => {
    logger.warn(about, 'a screen does not read; its connection is closed')
    meter.droppedSlow()
    connection.disconnect(true)
  }
  // If a link was renewed, here or on another node, cached tickets must be verified again.
  sessions.onOpened((session) =>
    session.onChange(({ events }) => {
      if (events.some(({ type }) => type === 'people.link-renewed')) tickets.clearCache()
    }),
  )
  acceptScreens({ ...ports, server, check, admissions, readOnlyNotice, writers, sweep, endSlow })
  const gates = ports.sources.map((source) => acceptSource(source, { server, writers, sweep, endSlow, logger }))

  return {
    close: async () => {
      check.stop()
      for (const gate of gates) gate.stop()
      await awaitReplies(intake.stop())
      for (const gate of gates) await awaitReplies(gate.pending)
      fanouts.close()
      await disconnectScreens(writers)
      sweep.stop()
      await closeSockets(http, server.io)
    },
  }
}
