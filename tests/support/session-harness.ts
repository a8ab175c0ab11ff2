/** A session on a log, without sockets, for tests of the command queue and of the frames. */
import { Fanout } from '@rostrum/server/engine/fanout/fanout'
import { chainCommits, emptyChain } from '@rostrum/server/engine/log/chain'
import type { Log } from '@rostrum/server/engine/log/log'
import { Presence } from '@rostrum/server/engine/presence/presence'
import { Session } from '@rostrum/server/engine/session/session'
import type { CommandId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { makeFoundingEvents } from '@rostrum/shared/domain/session/plan'
import { nextRevision, revisionZero } from '@rostrum/shared/kernel/revision'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import { allPeople, noon, plan } from './fixtures.ts'
import { cursorKey, FrameClient, textCodec } from './frame-client.ts'
import { noTransients } from './transients.ts'

export const sessionId = 'session' as SessionId

/** Collects log entries, so that a test can check them. */
export class MemoryLogger {
  readonly lines: { readonly level: 'info' | 'warn' | 'error'; readonly facts: object; readonly message: string }[] = []
  info = (facts: object, message: string) => void this.lines.push({ level: 'info', facts, message })
  warn = (facts: object, message: string) => void this.lines.push({ level: 'warn', facts, message })
  error = (facts: object, message: string) => void this.lines.push({ level: 'error', facts, message })
}

/** Makes a clock that advances one second each time it is read. */
const makeSteadyClock = (): (() => Instant) => {
  let at = noon as number
  return () => {
    at += 1000
    return toInstant(at)
  }
}

export const createLog = async (log: Log, its: Plan = plan): Promise<Log> => {
  const founding = {
    revision: nextRevision(revisionZero),
    at: noon,
    actor: systemActor,
    command: { id: 'founding' as CommandId, type: 'session.create' as const },
    events: makeFoundingEvents(its),
  }
  await log.append(sessionId, revisionZero, chainCommits(emptyChain, [founding]))
  return log
}

export const loadSession = async (log: Log, logger = new MemoryLogger(), now = makeSteadyClock()): Promise<Session> =>
  Session.open(sessionId, { log, now, logger: logger })

/** Loads a session with all people admitted. */
export const loadSessionWithPeople = async (log: Log, logger = new MemoryLogger(), its: Plan = plan): Promise<Session> => {
  const session = await loadSession(await createLog(log, its), logger)
  await session.admit(allPeople, 'everybody' as CommandId)
  return session
}

export const padId = (name: string): CommandId => name.padEnd(22, '-') as CommandId

let unnamed = 0
export const execute = <C extends CommandType>(
  session: Session,
  by: string,
  type: C,
  data: CommandData<C>,
  id = `unnamed-${unnamed++}`,
): Promise<Reply> => session.execute({ person: by as PersonId }, { id: padId(id), type, data } as Envelope)

export const createFanout = (session: Session, logger = new MemoryLogger(), transients = noTransients): Fanout<string> =>
  new Fanout(session, {
    cursorKey,
    now: makeSteadyClock(),
    codec: textCodec,
    logger: logger,
    presence: new Presence(),
    transients,
    runRound: (round) => round(),
  })

export const subscribe = (
  fanout: Fanout<string>,
  person: string,
  frames = new FrameClient(),
): { readonly frames: FrameClient; readonly leave: () => unknown; ended: boolean } => {
  const subscription = { frames, leave: (): unknown => undefined, ended: false }
  subscription.leave = fanout.subscribe(
    {
      person: person as PersonId,
      unpacks: true,
      send: (all) => {
        for (const frame of all) frames.apply(frame)
      },
      end: () => {
        subscription.ended = true
      },
    },
    frames.cursors,
  )
  return subscription
}

/** Waits until every update that is due has been sent, including presence. */
export const waitForRounds = () => new Promise((resolve) => setTimeout(resolve, 1300))
