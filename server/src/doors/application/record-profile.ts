/** Records the promise of the log in the log itself, from the opening on. The record is made from the log alone. */
import type { EventDecision, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { accept, noChange } from '@rostrum/shared/kernel/decision'
import { newCommandId } from '../../engine/session/reply-cache.ts'
import type { Session } from '../../engine/session/session.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'

/** `getProfile`: returns the current promise of the log. */
export type RecordProfilePorts = { readonly getProfile: () => string; readonly logger: Logger }

/** Records the promise if it has changed, at the opening, at each suspension and resumption, and at the close. Every node may do it. */
export const recordProfileOfLog = (session: Session, ports: RecordProfilePorts): void => {
  session.onChange(({ from, to, reset }) => {
    if (reset || from.session.phase === to.session.phase) return
    void record(session, ports)
  })
}

async function record(session: Session, { getProfile, logger }: RecordProfilePorts): Promise<void> {
  const profile = getProfile()
  const reply = await session.executeDecision(systemActor, newCommandId(), 'session.record-profile', (state) =>
    decideProfile(state, profile),
  )
  if (!reply.ok) logger.warn({ session: session.id, reason: reply.reason }, 'the profile of the log was not recorded')
}

const decideProfile = ({ session: { profiles } }: State, profile: string): EventDecision =>
  profiles.at(-1)?.profile === profile ? noChange : accept({ type: 'session.profile-recorded', data: { profile } })
