/** A server without sessions serves the model session, which starts in the current minute. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import { DamagedLogError } from '../../engine/log/log-errors.ts'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import { shiftPlan } from '../../services/template/read-plan.ts'
import { defaultTemplate, loadTemplate } from '../../services/template/templates.ts'

const defaultSessionId = defaultTemplate as string as SessionId
const minute = 60_000

/**
 * Opens the model session if it exists, otherwise the first session. A damaged one is passed over: its damage must not stop the others. If
 * none can be opened, a model session is created.
 */
export async function openFirstSession(sessions: SessionRegistry, now: Instant): Promise<Session> {
  const ids = new Set(await sessions.list())
  const inOrder = [...ids].sort((one, other) => Number(other === defaultSessionId) - Number(one === defaultSessionId))
  for (const id of inOrder) {
    const session = await openReadable(sessions, id)
    if (session !== null) return session
  }
  return await createFirstSession(sessions, findFreeId(ids), now)
}

/** Returns null if the session is damaged, or gone. */
async function openReadable(sessions: SessionRegistry, id: SessionId): Promise<Session | null> {
  try {
    return await sessions.open(id)
  } catch (error) {
    if (error instanceof DamagedLogError) return null
    throw error
  }
}

function findFreeId(taken: ReadonlySet<SessionId>): SessionId {
  let id = defaultSessionId
  for (let count = 2; taken.has(id); count += 1) id = `${defaultSessionId}-${count}` as SessionId
  return id
}

async function createFirstSession(sessions: SessionRegistry, id: SessionId, now: Instant): Promise<Session> {
  try {
    return await sessions.create(id, shiftPlan(loadTemplate(defaultTemplate), toInstant(Math.floor(now / minute) * minute)))
  } catch (error) {
    // Another node may have created it first.
    const other = await sessions.open(id)
    if (other) return other
    throw error
  }
}
