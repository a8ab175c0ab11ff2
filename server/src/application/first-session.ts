/** A server that has no session yet serves the model session, beginning in this minute. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Instant, instantOf } from '@rostrum/shared/kernel/time'
import type { Session } from '../session/session.ts'
import type { Sessions } from '../session/session-registry.ts'
import { shifted } from '../template/read-plan.ts'
import { model, planFrom } from '../template/templates.ts'

const modelId = model as string as SessionId
const minute = 60_000

/** The session that is there, the model session before any other; made where there is none. */
export async function firstSession(sessions: Sessions, now: Instant): Promise<Session> {
  const ids = await sessions.list()
  const known = ids.includes(modelId) ? modelId : ids[0]
  return (known === undefined ? null : await sessions.open(known)) ?? (await begin(sessions, now))
}

async function begin(sessions: Sessions, now: Instant): Promise<Session> {
  try {
    return await sessions.create(modelId, shifted(planFrom(model), instantOf(Math.floor(now / minute) * minute)))
  } catch (error) {
    // Another node may have been first.
    const other = await sessions.open(modelId)
    if (other) return other
    throw error
  }
}
