/** A server without sessions serves the model session, which starts in the current minute. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import { shiftPlan } from '../../services/template/read-plan.ts'
import { defaultTemplate, loadTemplate } from '../../services/template/templates.ts'

const defaultSessionId = defaultTemplate as string as SessionId
const minute = 60_000

/** Opens the model session if it exists, otherwise the first session. If there is none, the model session is created. */
export async function openFirstSession(sessions: SessionRegistry, now: Instant): Promise<Session> {
  const ids = await sessions.list()
  const id = ids.includes(defaultSessionId) ? defaultSessionId : ids[0]
  return (id === undefined ? null : await sessions.open(id)) ?? (await createFirstSession(sessions, now))
}

async function createFirstSession(sessions: SessionRegistry, now: Instant): Promise<Session> {
  try {
    return await sessions.create(defaultSessionId, shiftPlan(loadTemplate(defaultTemplate), toInstant(Math.floor(now / minute) * minute)))
  } catch (error) {
    // Another node may have created it first.
    const other = await sessions.open(defaultSessionId)
    if (other) return other
    throw error
  }
}
