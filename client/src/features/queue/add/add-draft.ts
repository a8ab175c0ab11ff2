/** What the desk writes down for somebody, what is wrong with it, and what is sent. */
import type { Door, EntryKind } from '@rostrum/shared/contract/enums'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Channel } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'

/** Somebody of the roster, as the server finds them. */
export type Registered = {
  readonly person: PersonId
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly number: number
}

export type Draft = {
  readonly kind: EntryKind
  readonly entity: string
  /** Chosen from the roster: entity and group are theirs. */
  readonly registered: Registered | null
  readonly speaker: string
  readonly group: string
  readonly door: Door
  /** As written; null while nobody has begun to write. */
  readonly seen: string | null
  readonly note: string
}
export type Wrong = 'entity' | 'group' | 'seen'

export const blank: Draft = {
  kind: 'intervention',
  entity: '',
  registered: null,
  speaker: '',
  group: '',
  door: 'room',
  seen: null,
  note: '',
}

/** Whoever is chosen speaks from where they are registered, until the desk says otherwise. */
export const withRegistered = (draft: Draft, registered: Registered): Draft => ({
  ...draft,
  registered,
  entity: registered.entity,
  door: registered.channel,
  group: registered.group ?? '',
})

/** Another name is somebody else. */
export const withEntity = (draft: Draft, entity: string): Draft => ({
  ...draft,
  entity,
  registered: draft.registered?.entity === entity ? draft.registered : null,
})

export const faultsIn = (draft: Draft, seenAt: Instant | null): readonly Wrong[] => [
  ...(draft.entity.trim() === '' ? (['entity'] as const) : []),
  ...(draft.registered === null && draft.group === '' ? (['group'] as const) : []),
  ...(seenAt === null ? (['seen'] as const) : []),
]

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

export const dataOf = ({ kind, entity, registered, speaker, group, door, note }: Draft, seenAt: Instant): CommandData<'queue.add'> => ({
  kind,
  person: registered?.person ?? null,
  entity,
  speaker: textOrNull(speaker),
  group: registered === null ? (group as GroupId) : null,
  door,
  seenAt,
  note: textOrNull(note),
})
