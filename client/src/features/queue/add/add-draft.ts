/** The form with which the secretariat adds an entry: the draft, its errors, and the command. */

import { type Channel, ordinaryChannel } from '@rostrum/shared/contract/channels'
import type { EntryKind, RequestChannel } from '@rostrum/shared/contract/enums'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import type { CommandData } from '@rostrum/shared/contract/registry'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import type { Instant } from '@rostrum/shared/kernel/time'

/** A member of the roster, as the server returns it. */
export type RegisteredPerson = {
  readonly person: PersonId
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly number: number
}

export type EntryDraft = {
  readonly kind: EntryKind
  readonly entity: string
  /** A member chosen from the roster, which gives the entity and the group. */
  readonly registered: RegisteredPerson | null
  readonly speaker: string
  readonly group: string
  readonly requestChannel: RequestChannel
  /** The typed time, or null while nobody has started to type. */
  readonly seenAtText: string | null
  readonly note: string
}
export type InvalidField = 'entity' | 'group' | 'seen'

export const emptyEntryDraft: EntryDraft = {
  kind: ordinaryKind,
  entity: '',
  registered: null,
  speaker: '',
  group: '',
  requestChannel: ordinaryChannel,
  seenAtText: null,
  note: '',
}

/** The channel is the registered one until the secretariat changes it. */
export const setRegistered = (draft: EntryDraft, registered: RegisteredPerson): EntryDraft => ({
  ...draft,
  registered,
  entity: registered.entity,
  requestChannel: registered.channel,
  group: registered.group ?? '',
})

/** A changed name means another person. */
export const setEntity = (draft: EntryDraft, entity: string): EntryDraft => ({
  ...draft,
  entity,
  registered: draft.registered?.entity === entity ? draft.registered : null,
})

export const isEntityTooLong = ({ entity }: EntryDraft): boolean => countGraphemes(entity, maxEntityLength) > maxEntityLength

export const listInvalidFields = (draft: EntryDraft, seenAt: Instant | null): readonly InvalidField[] => [
  ...(draft.entity.trim() === '' || isEntityTooLong(draft) ? (['entity'] as const) : []),
  ...(draft.registered === null && draft.group === '' ? (['group'] as const) : []),
  ...(seenAt === null ? (['seen'] as const) : []),
]

const toTextOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

export const toAddCommand = (
  { kind, entity, registered, speaker, group, requestChannel, note }: EntryDraft,
  seenAt: Instant,
): CommandData<'queue.add'> => ({
  kind,
  person: registered?.person ?? null,
  entity,
  speaker: toTextOrNull(speaker),
  group: registered === null ? (group as GroupId) : null,
  requestChannel,
  seenAt,
  note: toTextOrNull(note),
})
