/** A person as typed by the secretariat, and the part of it that is sent to the server. */

import type { RosterRow } from '@rostrum/shared/api/people'
import { type Channel, ordinaryChannel } from '@rostrum/shared/contract/channels'
import { ordinaryRole, type SpeakingRole, speakingRoles } from '@rostrum/shared/contract/roles'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import type { ApiInput } from '../../../session/http.ts'

export type PersonDraft = {
  readonly entity: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly pronounced: string
  readonly said: string
  /** Empty if the person has no group. */
  readonly group: string
  readonly channel: Channel
  readonly language: string
  readonly nameInRecord: 'yes' | 'no' | 'unasked'
  readonly role: SpeakingRole
}

export const emptyPersonDraft: PersonDraft = {
  entity: '',
  name: '',
  email: '',
  phone: '',
  pronounced: '',
  said: '',
  group: '',
  channel: ordinaryChannel,
  language: '',
  nameInRecord: 'unasked',
  role: ordinaryRole,
}

export const toPersonDraft = ({
  entity,
  name,
  email,
  phone,
  pronounced,
  said,
  group,
  channel,
  language,
  nameInRecord,
  role,
}: RosterRow): PersonDraft => ({
  entity,
  name: name ?? '',
  email: email ?? '',
  phone: phone ?? '',
  pronounced: pronounced ?? '',
  said: said ?? '',
  group: group ?? '',
  channel,
  language: language ?? '',
  nameInRecord: nameInRecord === null ? 'unasked' : nameInRecord ? 'yes' : 'no',
  role: speakingRoles.find((one) => one === role) ?? ordinaryRole,
})

const toTextOrNull = (text: string): string | null => (isVisible(text) ? text.trim() : null)

const toPersonFields = (draft: PersonDraft) => ({
  entity: draft.entity.trim(),
  name: toTextOrNull(draft.name),
  email: toTextOrNull(draft.email),
  phone: toTextOrNull(draft.phone),
  pronounced: toTextOrNull(draft.pronounced),
  said: toTextOrNull(draft.said),
  group: draft.group === '' ? null : draft.group,
  channel: draft.channel,
  language: draft.language === '' ? null : draft.language,
  nameInRecord: draft.nameInRecord === 'unasked' ? null : draft.nameInRecord === 'yes',
})

export const makeNewPerson = (draft: PersonDraft, idempotencyKey: string): ApiInput<'POST /api/sessions/:id/people'>['body'] => ({
  ...toPersonFields(draft),
  role: draft.role,
  idempotencyKey,
})

/** Returns only the changed fields, because somebody else may be correcting the others. */
export const getPersonChanges = (before: PersonDraft, draft: PersonDraft): ApiInput<'PATCH /api/sessions/:id/people/:person'>['body'] => {
  const previous = toPersonFields(before)
  return Object.fromEntries(
    Object.entries(toPersonFields(draft)).filter(([field, value]) => value !== previous[field as keyof typeof previous]),
  )
}
