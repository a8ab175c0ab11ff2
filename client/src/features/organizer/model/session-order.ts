/** The order of the list: running, future, past from the latest, and archived sessions. A rehearsal follows its session. */
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { isInSession } from '@rostrum/shared/contract/enums'

const getRank = ({ phase, archived }: SessionSummary): number => (archived ? 3 : isInSession(phase) ? 0 : phase === 'planned' ? 1 : 2)

export const sortSessions = (sessions: readonly SessionSummary[]): readonly SessionSummary[] => {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  // A rehearsal is sorted as if it were its session. Its own values count only if its session is not in the list.
  const getOwner = (session: SessionSummary) => byId.get(session.rehearsalOf ?? '') ?? session
  return [...sessions].sort((a, b) => {
    const [one, other] = [getOwner(a), getOwner(b)]
    const byRank = getRank(one) - getRank(other)
    const byStart = getRank(one) < 2 ? one.startsAt - other.startsAt : other.startsAt - one.startsAt
    return byRank || byStart || one.id.localeCompare(other.id) || Number(a.rehearsal) - Number(b.rehearsal)
  })
}

/** Returns the session that matters now: the open one, else the next one, else the last one. */
export const findForemost = (sessions: readonly SessionSummary[], now: number): SessionSummary | undefined => {
  const byStart = sessions.filter(({ rehearsal, archived }) => !rehearsal && !archived).sort((a, b) => a.startsAt - b.startsAt)
  return (
    byStart.findLast(({ phase }) => isInSession(phase)) ??
    byStart.find(({ phase, endsAt }) => phase === 'planned' && endsAt > now) ??
    byStart.findLast(({ phase }) => phase === 'planned') ??
    byStart.at(-1)
  )
}
