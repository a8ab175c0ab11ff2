/** A session on a log, without sockets: for the tests of the line and of what is told. */
import { Cursors } from '@rostrum/server/fanout/cursor-sealer'
import { Fanout } from '@rostrum/server/fanout/fanout'
import { beginning, linked } from '@rostrum/server/log/chain'
import type { Log } from '@rostrum/server/log/log'
import { Presence } from '@rostrum/server/presence/presence'
import { Session } from '@rostrum/server/session/session'
import { type CommandId, following, noRevision, type PersonId, type SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import { system } from '@rostrum/shared/contract/roles'
import { found } from '@rostrum/shared/domain/session/decide'
import { type Instant, instantOf } from '@rostrum/shared/kernel/time'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import { everybody, noon, plan } from './fixtures.ts'
import { Screen } from './frame-client.ts'

export const sessionId = 'session' as SessionId

/** What was logged, so that a test can look at it. */
export class Notes {
  readonly lines: { readonly level: 'info' | 'warn' | 'error'; readonly facts: object; readonly message: string }[] = []
  info = (facts: object, message: string) => void this.lines.push({ level: 'info', facts, message })
  warn = (facts: object, message: string) => void this.lines.push({ level: 'warn', facts, message })
  error = (facts: object, message: string) => void this.lines.push({ level: 'error', facts, message })
}

/** A clock that goes a second further each time it is asked. */
const steadyClock = (): (() => Instant) => {
  let at = noon as number
  return () => {
    at += 1000
    return instantOf(at)
  }
}

export const foundedLog = async (log: Log, its: Plan = plan): Promise<Log> => {
  const founding = {
    revision: following(noRevision),
    at: noon,
    actor: system,
    command: { id: 'founding' as CommandId, type: 'session.create' as const },
    events: found(its),
  }
  await log.append(sessionId, noRevision, linked(beginning, [founding]))
  return log
}

export const openLine = async (log: Log, notes = new Notes(), now = steadyClock()): Promise<Session> =>
  Session.open(sessionId, { log, now, logger: notes })

/** A session with everybody admitted. */
export const openRoom = async (log: Log, notes = new Notes(), its: Plan = plan): Promise<Session> => {
  const session = await openLine(await foundedLog(log, its), notes)
  await session.admit(everybody, 'everybody' as CommandId)
  return session
}

export const padded = (name: string): CommandId => name.padEnd(22, '-') as CommandId

let unnamed = 0
export const tell = <C extends CommandType>(
  session: Session,
  by: string,
  type: C,
  data: CommandData<C>,
  id = `unnamed-${unnamed++}`,
): Promise<Reply> => session.handle({ person: by as PersonId }, { id: padded(id), type, data } as Envelope)

export const fanoutOf = (session: Session, notes = new Notes()): Fanout<string> =>
  new Fanout(session, {
    cursors: new Cursors('secret'),
    now: steadyClock(),
    encode: (frame) => JSON.stringify(frame),
    logger: notes,
    presence: new Presence(),
  })

export const sit = (
  fanout: Fanout<string>,
  person: string,
  screen = new Screen(),
): { readonly screen: Screen; readonly leave: () => unknown; ended: boolean } => {
  const seated = { screen, leave: (): unknown => undefined, ended: false }
  seated.leave = fanout.seat(
    {
      person: person as PersonId,
      send: (frame) => void screen.take(frame),
      end: () => {
        seated.ended = true
      },
    },
    screen.cursors,
  )
  return seated
}

/** Long enough for every round that is due, presence included. */
export const rounds = () => new Promise((resolve) => setTimeout(resolve, 1300))
