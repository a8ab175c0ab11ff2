/** Sockets in, frames out. Knows no feature: it proves who is there, turns messages into commands, and seats screens. */
import type { Server as HttpServer } from 'node:http'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { CommandType } from '@rostrum/shared/contract/registry'
import { audienceOf } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { ClientToServer, Greeting, Refusal, Reply, ServerToClient, TurnedAway } from '@rostrum/shared/protocol/messages'
import { parseEnvelope, parseGreeting } from '@rostrum/shared/protocol/parse'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { Server, type Socket } from 'socket.io'
import type { Tickets } from '../access/ticket-issuer.ts'
import type { Cursors } from '../fanout/cursor-sealer.ts'
import { Fanout } from '../fanout/fanout.ts'
import type { Presences } from '../presence/presence-registry.ts'
import type { Session } from '../session/session.ts'
import type { Sessions } from '../session/session-registry.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Meter } from '../telemetry/meter.ts'
import { type Encoded, encode } from './encode-frame.ts'
import { Credits, type Lane } from './rate-limiter.ts'
import { answered, closed, farewell } from './shutdown.ts'
import { Outlet } from './socket-writer.ts'

export type GatewayPorts = {
  readonly sessions: Sessions
  readonly tickets: Tickets
  readonly cursors: Cursors
  /** Whether a page of this origin may connect; asked before the upgrade. */
  readonly origins: (origin: string | undefined, host: string | undefined) => boolean
  readonly presences: Presences
  readonly now: () => Instant
  readonly logger: Logger
  readonly meter: Meter
}
export type Gateway = {
  /** Takes nothing new, answers what is under way, tells every screen that the server is being restarted, and closes. In bounded time. */
  readonly close: () => Promise<void>
}

type Admitted = { readonly session: Session; readonly person: Person; readonly greeting: Greeting }
type Line = Socket<ClientToServer, ServerToClient, Record<string, never>, Admitted>

/** Lines that one participant may have open: two devices, two tabs, and one that is just being left. */
const mostLines = 5
const messageLimit = 16 * 1024

export const openGateway = (http: HttpServer, ports: GatewayPorts): Gateway => {
  const { logger, now, meter } = ports
  let stopping = false
  /** Commands that were taken and are not answered yet. */
  const underWay = new Set<Promise<void>>()
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, Admitted>(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: messageLimit,
    connectTimeout: 5000,
    pingInterval: 10_000,
    pingTimeout: 8000,
    allowRequest: (request, decide) => decide(null, ports.origins(request.headers.origin, request.headers.host)),
  })
  const credits = new Credits()
  const outlets = new Set<Outlet>()
  const fanouts = new Map<SessionId, Fanout<Encoded>>()
  const fanoutOf = (session: Session): Fanout<Encoded> => {
    const known = fanouts.get(session.id)
    if (known) return known
    const presence = ports.presences.of(session)
    const fanout = new Fanout<Encoded>(session, { cursors: ports.cursors, now, encode, logger, timed: meter.round, presence })
    fanouts.set(session.id, fanout)
    return fanout
  }
  // A link was renewed, here or on another node: what was believed of it is asked again.
  ports.sessions.onOpened((session) =>
    session.onAdvance(({ events }) => {
      if (events.some(({ type }) => type === 'people.relinked')) ports.tickets.forget()
    }),
  )
  const admit = async (auth: unknown): Promise<Admitted | TurnedAway> => {
    if (stopping) return 'unavailable'
    const greeting = parseGreeting(auth)
    if (!greeting.ok) return 'protocol'
    if (greeting.value.protocol !== protocolVersion) return 'protocol'
    const ticket = await ports.tickets.check(greeting.value.ticket)
    if (!ticket) return 'ticket'
    const session = await ports.sessions.open(ticket.session)
    if (!session) return 'no-such-session'
    const person = session.state.people.all.get(ticket.person)
    if (!person || person.revoked) return 'revoked'
    // Asked again now that the person is known as they are: a link renewed before that is dead, one renewed later is seen below.
    if (!(await ports.tickets.check(greeting.value.ticket))) return 'ticket'
    if (laneOf(person) === 'participant' && fanoutOf(session).lines(person.id) >= mostLines) return 'too-many'
    return { session, person, greeting: greeting.value }
  }

  io.engine.on('connection', (raw: { request: unknown }) => {
    raw.request = null // the request of the upgrade is needed no more, and holds memory for as long as the line lives
  })
  const turnAway = (why: TurnedAway): Error => {
    meter.turnedAway(why)
    return new Error(why)
  }
  io.use((socket, next) => {
    admit(socket.handshake.auth).then(
      (admitted) => {
        if (typeof admitted === 'string') return next(turnAway(admitted))
        Object.assign(socket.data, admitted)
        next()
      },
      (error: unknown) => {
        logger.error({ err: error }, 'a connection could not be admitted')
        next(turnAway('unavailable'))
      },
    )
  })
  io.on('connection', (line) => {
    const { session, person, greeting } = line.data as Admitted
    const outlet = new Outlet(line, () => {
      logger.warn({ session: session.id, person: person.id }, 'a screen does not read; its connection is closed')
      meter.letGo()
      line.disconnect(true)
    })
    // Revoked, or given another link, while this line was being admitted: decided again here, with nothing in between that waits.
    const present = session.state.people.all.get(person.id)
    if (present?.revoked !== false || present.renewals !== person.renewals) return void line.disconnect(true)
    outlets.add(outlet)
    meter.arrived(person.role, person.channel)
    const send = (frame: Encoded) => {
      outlet.send(frame)
      meter.sent(frame.bytes.length)
    }
    const leave = fanoutOf(session).seat({ person: person.id, send, end: () => line.disconnect(true) }, greeting.cursors)
    line.on('disconnect', () => {
      outlets.delete(outlet)
      meter.left(person.role, person.channel)
      leave()
    })
    guard(line)
    line.on('time', (reply) => reply(now()))
    line.on('command', (message, reply) => {
      const answering = answer(session, person, message).then(reply, (error: unknown) => {
        logger.error({ err: error, session: session.id }, 'a message failed')
        reply(refused('unavailable'))
      })
      underWay.add(answering)
      void answering.finally(() => underWay.delete(answering))
    })
  })

  const answer = async (session: Session, person: Person, message: unknown): Promise<Reply> => {
    const type = typeOf(message)
    const reply = await replyTo(session, person, type, message)
    meter.answered(type, reply)
    return reply
  }
  const replyTo = async (session: Session, person: Person, type: CommandType | null, message: unknown): Promise<Reply> => {
    if (stopping) return refused('unavailable')
    if (!credits.spend(`${session.id} ${person.id}`, laneOf(person), type, performance.now())) return refused('too-fast')
    const envelope = parseEnvelope(message)
    return envelope.ok ? session.handle({ person: person.id }, envelope.value) : refused(envelope.why)
  }

  const sweep = setInterval(() => {
    const at = performance.now()
    for (const outlet of outlets) outlet.check(at)
  }, 1000)

  return {
    close: async () => {
      stopping = true
      await answered(underWay)
      for (const fanout of fanouts.values()) fanout.close()
      await farewell(outlets)
      clearInterval(sweep)
      await closed(http, io)
    },
  }
}

/** Nothing but the known events with a function to answer reaches a handler; a line that sends anything else is closed. */
const guard = (line: Line): void => {
  line.use((packet: readonly unknown[], next) => {
    const [event, ...given] = packet
    const known = (event === 'command' && given.length === 2) || (event === 'time' && given.length === 1)
    if (known && typeof given.at(-1) === 'function') next()
    else line.disconnect(true)
  })
}

const refused = (why: Refusal): Reply => ({ ok: false, why })

const laneOf = ({ role }: Person): Lane => (audienceOf[role] === 'staff' ? 'staff' : 'participant')

/** For the credits only, before the message is known to be one: a look at one field, nothing is walked. */
const typeOf = (message: unknown): CommandType | null => {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null
  return typeof message.type === 'string' ? (message.type as CommandType) : null
}
