/** The time, the place and the video link as a mail has given them to a person. If the plan has others, the invitation is out of date. */

import { channelRules } from '@rostrum/shared/contract/channels'
import type { ParticularName } from '@rostrum/shared/contract/invitations'
import { isParticipant } from '@rostrum/shared/contract/participants'
import type { Person } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import { isUnconfirmed } from '@rostrum/shared/contract/walk-ins'
import { z } from 'zod'

export const particularsSchema = z.strictObject({
  cancelled: z.boolean().default(false),
  startsAt: z.number(),
  endsAt: z.number(),
  timeZone: z.string(),
  venue: z.string().nullable(),
  place: z.string(),
  /** Null for people who get no address of the meeting. */
  meetingLink: z.string().nullable(),
})
/** Times are in milliseconds since 1970. */
export type Particulars = Readonly<z.infer<typeof particularsSchema>>

export type PlanWithParticulars = Pick<Plan, keyof Particulars>
export type PersonToInform = Pick<Person, 'role' | 'channel' | 'revoked' | 'walkIn'>

export const getParticulars = (
  { cancelled = false, startsAt, endsAt, timeZone, venue, place, meetingLink }: PlanWithParticulars,
  person: PersonToInform,
): Particulars => ({
  cancelled,
  startsAt,
  endsAt,
  timeZone,
  venue,
  place,
  meetingLink: mayHaveMeetingLink(person) ? meetingLink : null,
})

/** Whether the address of the meeting is for this person: a confirmed participant who takes part in it. */
export const mayHaveMeetingLink = (person: PersonToInform): boolean =>
  isParticipant(person) && channelRules[person.channel].usesMeeting && !isUnconfirmed(person)

export const listChangedParticulars = (before: Particulars, now: Particulars): ParticularName[] => [
  ...(isSame(before, now, ['cancelled']) ? [] : (['cancelled'] as const)),
  ...(isSame(before, now, ['startsAt', 'endsAt', 'timeZone']) ? [] : (['time'] as const)),
  ...(isSame(before, now, ['venue', 'place']) ? [] : (['place'] as const)),
  ...(isSame(before, now, ['meetingLink']) ? [] : (['meeting'] as const)),
]

const isSame = (before: Particulars, now: Particulars, names: readonly (keyof Particulars)[]): boolean =>
  names.every((name) => before[name] === now[name])
