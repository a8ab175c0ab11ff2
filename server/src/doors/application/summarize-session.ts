/** The summary of a session in the list of the organizer's page. */

import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { countByChannel, listNotParticipants, listParticipants } from '@rostrum/shared/contract/participants'
import type { Plan } from '@rostrum/shared/contract/plan'
import { addMillis } from '@rostrum/shared/kernel/time'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import { projectAudience } from '@rostrum/shared/projection/project'
import type { Session } from '../../engine/session/session.ts'
import type { SessionFacts } from '../../engine/session/session-registry.ts'

/** `rehearsalOf`: the session that this one rehearses. */
export type SessionListFacts = SessionFacts & { readonly rehearsalOf: string | null }

export function summarizeSession({ id, state, plan: whole }: Session, { archived, copyOf, rehearsalOf }: SessionListFacts): SessionSummary {
  const { session, plan } = projectAudience(state, 'staff').view
  const { title, short, series, place, timeZone, startsAt, endsAt, phase, rehearsal, cancelled } = session
  const participants = listParticipants(state.people)
  const { walkIns, meetingLink } = whole
  return {
    id,
    title: getOriginalText(title),
    short: getOriginalText(short),
    series,
    place,
    timeZone,
    startsAt,
    endsAt,
    phase,
    rehearsal,
    cancelled,
    walkIns,
    meetingLink: meetingLink !== null,
    draft: phase === 'planned' && !(doesAgendaFit(whole) && (walkIns || participants.length > 0)),
    counts: {
      people: participants.length,
      ...countByChannel(participants),
      officers: listNotParticipants(state.people).filter(({ office, revoked }) => office !== null && !revoked).length,
      segments: plan.length,
    },
    archived,
    copyOf,
    rehearsalOf,
  }
}

const doesAgendaFit = ({ segments, endsAt }: Plan): boolean =>
  segments.every(({ startsAt, length }) => addMillis(startsAt, length) <= endsAt)
