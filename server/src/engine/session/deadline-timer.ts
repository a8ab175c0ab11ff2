/**
 * One timer per session, for the next command that time alone causes. Every node may fire it: a command that no longer holds changes
 * nothing. Each command has a random id. Somebody else could use an id made from the deadline first. Such an id would also be known already
 * if an undo brought the deadline back.
 */
import { systemActor } from '@rostrum/shared/contract/roles'
import { type Deadline, nextDeadline } from '@rostrum/shared/domain/deadlines'
import { newCommandId } from './reply-cache.ts'
import type { Session } from './session.ts'

/** The longest wait of a timer, in milliseconds. A longer wait is split into several. */
const maxTimeout = 2 ** 31 - 1
/** How long, in milliseconds, until a command that could not be stored is tried again. */
const retryDelay = 500

export const startDeadlineTimer = (session: Session): (() => void) => {
  let timer: NodeJS.Timeout | undefined
  let current: Deadline | null = null

  const fire = async (deadline: Deadline): Promise<void> => {
    if (deadline.at > session.now()) return schedule(deadline)
    const reply = await session.execute(systemActor, { id: newCommandId(), ...deadline.command })
    if (!reply.ok && reply.reason === 'unavailable' && current === deadline) timer = setTimeout(fire, retryDelay, deadline)
  }
  const schedule = (deadline: Deadline) => {
    timer = setTimeout(fire, Math.min(maxTimeout, Math.max(0, deadline.at - session.now())), deadline)
  }
  const update = () => {
    const next = nextDeadline(session.state)
    if (next?.at === current?.at && next?.command.type === current?.command.type) return
    clearTimeout(timer)
    current = next
    if (next) schedule(next)
  }

  update()
  const stop = session.onChange(update)
  return () => {
    stop()
    current = null
    clearTimeout(timer)
  }
}
