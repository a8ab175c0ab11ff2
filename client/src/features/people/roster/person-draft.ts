/** A person as the desk writes them down, and what of it the server is told. */
import type { Channel } from '@rostrum/shared/contract/roles'
import { isVisible } from '@rostrum/shared/kernel/text'
import type { RosterRow } from '../roster-types.ts'

export type Draft = {
  readonly entity: string
  readonly name: string
  readonly email: string
  /** Empty: none. */
  readonly group: string
  readonly channel: Channel
  readonly language: string
  readonly named: 'yes' | 'no' | 'unasked'
  readonly role: 'participant' | 'panellist'
}

export const nobodyYet: Draft = {
  entity: '',
  name: '',
  email: '',
  group: '',
  channel: 'room',
  language: '',
  named: 'unasked',
  role: 'participant',
}

export const draftOf = ({ entity, name, email, group, channel, language, named, role }: RosterRow): Draft => ({
  entity,
  name: name ?? '',
  email: email ?? '',
  group: group ?? '',
  channel,
  language: language ?? '',
  named: named === null ? 'unasked' : named ? 'yes' : 'no',
  role: role === 'panellist' ? 'panellist' : 'participant',
})

const orNull = (text: string): string | null => (isVisible(text) ? text.trim() : null)

const saidOf = (draft: Draft) => ({
  entity: draft.entity.trim(),
  name: orNull(draft.name),
  email: orNull(draft.email),
  group: draft.group === '' ? null : draft.group,
  channel: draft.channel,
  language: draft.language === '' ? null : draft.language,
  named: draft.named === 'unasked' ? null : draft.named === 'yes',
})

export const addedBy = (draft: Draft, attempt: string): object => ({ ...saidOf(draft), role: draft.role, attempt })

/** Only what is said differently now: somebody else may be correcting the rest. */
export const changedBy = (before: Draft, draft: Draft): object => {
  const was = saidOf(before)
  return Object.fromEntries(Object.entries(saidOf(draft)).filter(([field, value]) => value !== was[field as keyof typeof was]))
}
