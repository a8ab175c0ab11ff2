/** From the opening on the log says what it promises, because the record is made from the log alone. */
import type { EventDecision, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { accept, noChange } from '@rostrum/shared/kernel/decision'
import { newCommandId } from '../../engine/session/reply-cache.ts'
import type { Session } from '../../engine/session/session.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'

/** `getProfile`: what the log promises now. */
export type RecordProfilePorts = { readonly getProfile: () => string; readonly logger: Logger }

/** At the opening, at each suspension and resumption and at the close: if it is another one than before. Every node may record it. */
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
