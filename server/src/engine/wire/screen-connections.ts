/** Connects a screen to its session: it subscribes to frames, follows feeds and sends commands until it disconnects. */
import { roleRules } from '@rostrum/shared/contract/roles'
import type { ConnectionRefusal } from '@rostrum/shared/protocol/messages'
import type { Socket } from 'socket.io'
import type { Fanouts } from '../fanout/fanouts.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Meter } from '../telemetry/meter.ts'
import type { AdmissionQueue } from './admission-queue.ts'
import { type ClientAllowances, readRates } from './allowances.ts'
import type { BacklogSweep } from './backlog.ts'
import { type CommandIntake, getHolder, getRateLane } from './command-intake.ts'
import type { ConnectionCheck } from './connection-check.ts'
import type { EncodedFrame } from './encode-frame.ts'
import { type Feed, FollowedFeeds } from './feeds.ts'
import type { ReadOnlyNotice } from './read-only-notice.ts'
import { SocketScreen } from './socket-screen.ts'
import { type AdmittedConnection, forgetHandshake, type ScreenConnection, type SocketServer } from './socket-server.ts'
import { findTcpSocket, gatherWrites, type SocketWriter } from './socket-writer.ts'

export type ScreenPorts = {
  readonly server: SocketServer
  readonly check: ConnectionCheck
  readonly admissions: AdmissionQueue
  readonly readOnlyNotice: ReadOnlyNotice
  readonly fanouts: Fanouts<EncodedFrame>
  readonly intake: CommandIntake
  readonly feeds: readonly Feed[]
  readonly writers: Set<SocketWriter>
  readonly sweep: BacklogSweep
  readonly allowances: ClientAllowances
  readonly endSlow: (connection: Socket, about: object) => () => void
  readonly logger: Logger
  readonly meter: Meter
}

export const acceptScreens = (ports: ScreenPorts): void => {
  const { server, check, logger, meter } = ports
  const refuse = (reason: ConnectionRefusal): Error => {
    meter.connectionRefused(reason)
    return new Error(reason)
  }
  server.io.use((socket, next) => {
    if (!server.mayEnter(socket)) return
    check.admit(socket.handshake.auth).then(
      (admitted) => {
        if (typeof admitted === 'string') return next(refuse(admitted))
        Object.assign(socket.data, admitted)
        const enter = () => (check.isFull(admitted) ? next(refuse('too-many')) : gatherWrites(findTcpSocket(socket.conn), next))
        // The staff do not wait behind a crowd, and a person who will be refused delays nobody.
        if (getRateLane(admitted.person) === 'staff' || check.isFull(admitted)) enter()
        else ports.admissions.add(enter, { isKnown: true })
      },
      (error: unknown) => {
        logger.error({ err: error }, 'a connection could not be admitted')
        next(refuse('unavailable'))
      },
    )
  })
  server.io.on('connection', (connection) => {
    // Nothing is awaited between this check and the subscription of the screen.
    if (check.isStillAdmitted(connection.data)) connectScreen(ports, connection)
    else connection.disconnect(true)
  })
}

const connectScreen = (ports: ScreenPorts, connection: ScreenConnection): void => {
  const { meter, writers } = ports
  const { session, person, handshake }: AdmittedConnection = connection.data
  forgetHandshake(connection)
  const viewer = { person: person.id, audience: roleRules[person.role].audience, unpacks: handshake.unpacks }
  const screen = new SocketScreen(
    connection,
    viewer,
    meter,
    ports.sweep,
    ports.endSlow(connection, { session: session.id, person: person.id }),
  )
  writers.add(screen)
  ports.server.letIn(connection, getRateLane(person), getHolder(session, person))
  meter.connected(person.role, person.channel)
  const feeds = new FollowedFeeds(ports.feeds, session, { send: (packets) => screen.write([packets]) })
  const unsubscribe = ports.fanouts.get(session).subscribe(screen, handshake.cursors)
  const readOnly = ports.readOnlyNotice.find(session)
  if (readOnly !== null) connection.emit('readOnly', readOnly)
  connection.on('disconnect', () => {
    writers.delete(screen)
    meter.disconnected(person.role, person.channel)
    unsubscribe()
    feeds.leave()
  })
  guardEvents(connection)
  // A screen that gets no answer shows that its content may be old.
  connection.on('time', (reply) => session.fault === null && reply(session.measureTime()))
  connection.on('follow', (request, reply) => {
    // The latest captions are long, and no page asks for them again and again.
    if (ports.allowances.reads.take(getHolder(session, person), readRates[person.role], 1, performance.now()) > 0) {
      meter.droppedFlood()
      return void connection.disconnect(true)
    }
    void feeds.follow(person.id, request).then((answer) => {
      // The screen may have disconnected in the meantime.
      if (connection.connected) (reply as (answer: unknown) => void)(answer)
      else feeds.leave()
    })
  })
  connection.on('command', (message, reply) => {
    void ports.intake.take(session, person, message).then(reply)
  })
}

/** Only known events with a reply function reach a handler. A connection that sends anything else is closed. */
const guardEvents = (connection: ScreenConnection): void => {
  connection.use((packet: readonly unknown[], next) => {
    const [event, ...args] = packet
    const isKnown = ((event === 'command' || event === 'follow') && args.length === 2) || (event === 'time' && args.length === 1)
    if (isKnown && typeof args.at(-1) === 'function') next()
    else connection.disconnect(true)
  })
}
