/** How long one may speak: a limit for all, shorter or longer ones by group, channel and kind. Without the validator. */

import { type Millis, millisOf } from '../kernel/time.ts'
import type { EntryKind } from './enums.ts'
import type { GroupId } from './ids.ts'
import type { Channel } from './roles.ts'

export type Limits = {
  readonly everyone: Millis
  readonly groups: Readonly<Record<GroupId, Millis>>
  readonly channels: Readonly<Partial<Record<Channel, Millis>>>
  readonly pointOfOrder: Millis
  readonly rightOfReply: Millis
  readonly answer: Millis
}

/** What a limit is for. */
export type Scope =
  | { readonly kind: 'everyone' | 'point-of-order' | 'right-of-reply' | 'answer' }
  | { readonly kind: 'group'; readonly group: GroupId }
  | { readonly kind: 'channel'; readonly channel: Channel }

type Asked = {
  readonly kind: EntryKind
  readonly speaker: { readonly group: GroupId | null; readonly channel: Channel }
  /** Its own, as listed in the programme. */
  readonly limit: Millis | null
}

/** The nearest one counts: its own, its group's, its channel's, everyone's. */
export const limitFor = (limits: Limits, { kind, speaker, limit }: Asked): Millis => {
  if (kind === 'point-of-order') return limits.pointOfOrder
  if (kind === 'right-of-reply') return limits.rightOfReply
  const ofGroup = speaker.group === null ? undefined : limits.groups[speaker.group]
  return limit ?? ofGroup ?? limits.channels[speaker.channel] ?? limits.everyone
}

export const limitOf = (limits: Limits, scope: Scope): Millis | null => {
  switch (scope.kind) {
    case 'everyone':
      return limits.everyone
    case 'group':
      return limits.groups[scope.group] ?? null
    case 'channel':
      return limits.channels[scope.channel] ?? null
    case 'point-of-order':
      return limits.pointOfOrder
    case 'right-of-reply':
      return limits.rightOfReply
    case 'answer':
      return limits.answer
  }
}

/** With a new limit. One for everyone shortens the longer ones of groups and channels too: nobody not yet called has more. Null takes one away. */
export const limitsWith = (limits: Limits, scope: Scope, limit: Millis | null): Limits => {
  switch (scope.kind) {
    case 'everyone':
      if (limit === null) return limits
      return { ...limits, everyone: limit, groups: shortened(limits.groups, limit), channels: shortened(limits.channels, limit) }
    case 'group':
      return { ...limits, groups: put(limits.groups, scope.group, limit) }
    case 'channel':
      return { ...limits, channels: put(limits.channels, scope.channel, limit) }
    case 'point-of-order':
      return limit === null ? limits : { ...limits, pointOfOrder: limit }
    case 'right-of-reply':
      return limit === null ? limits : { ...limits, rightOfReply: limit }
    case 'answer':
      return limit === null ? limits : { ...limits, answer: limit }
  }
}

const shortened = <T extends Readonly<Partial<Record<string, Millis>>>>(limits: T, limit: Millis): T =>
  Object.fromEntries(Object.entries(limits).map(([key, own]) => [key, millisOf(Math.min(own as Millis, limit))])) as T

const put = <T extends Readonly<Partial<Record<string, Millis>>>>(limits: T, key: string, limit: Millis | null): T => {
  const { [key]: _, ...rest } = limits as Record<string, Millis>
  return (limit === null ? rest : { ...rest, [key]: limit }) as unknown as T
}
