/** Records in the log, at the close, how many took part. Presence is only known while the session runs. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { systemActor } from '@rostrum/shared/contract/roles'
import { recordAttendance } from '@rostrum/shared/domain/session/attendance'
import type { PresenceRegistry } from '../../engine/presence/presence-registry.ts'
import { newCommandId } from '../../engine/session/reply-cache.ts'
import type { Session } from '../../engine/session/session.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'

export type RecordAttendancePorts = { readonly presenceRegistry: PresenceRegistry; readonly logger: Logger }

/**
 * Records attendance at the close. Every node may do it: the second command changes nothing. A log that is only being read records nothing.
 */
export const recordAttendanceAtClose = (session: Session, ports: RecordAttendancePorts): void => {
  session.onChange(({ from, to, reset }) => {
    if (reset || !isInSession(from.session.phase) || to.session.phase !== 'closed') return
    void record(session, ports)
  })
}

async function record(session: Session, { presenceRegistry, logger }: RecordAttendancePorts): Promise<void> {
  const { openedAt } = session.state.session
  if (openedAt === null) return
  try {
    const presence = await presenceRegistry.load(session)
    const seen = { connected: presence.listConnectedSince(openedAt), checkedIn: presence.listCheckedIn() }
    const reply = await session.executeDecision(systemActor, newCommandId(), 'session.record-attendance', (state) =>
      recordAttendance(state, seen),
    )
    if (!reply.ok) logger.warn({ session: session.id, reason: reply.reason }, 'attendance was not recorded')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn({ session: session.id, reason }, 'attendance was not recorded')
  }
}
