/** What the one next action is, decided by what stands on the floor and who is first; the words come with it. */
import type { Command } from '@rostrum/shared/contract/registry'
import { remainingAt } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import type { Speak } from '../../../text/messages.ts'
import { lengthText, timeOfDay } from '../../../text/times.ts'
import type { IconName } from '../../../ui/icon-paths.ts'

export type NextStep = {
  readonly verb: string
  readonly object?: string | undefined
  readonly icon: IconName
  /** Null while nothing can be done; `object` then says why. */
  readonly command: Command | null
  /** All is over: what is left to do is to read the record. */
  readonly over?: boolean
}

type Seen = Pick<View, 'session' | 'floor' | 'entries' | 'list'>

export const nextStep = (t: Speak, view: Seen): NextStep => {
  const { session, floor } = view
  if (session.phase === 'planned') {
    const object = t('session.openObject', { time: timeOfDay(session.startsAt, session.timeZone) })
    return { verb: t('session.open'), object, icon: 'play', command: { type: 'session.open', data: {} } }
  }
  if (session.phase === 'closed') return { verb: t('record.goTo'), object: t('session.closed'), icon: 'report', command: null, over: true }
  if (session.phase === 'suspended') {
    return { verb: t('session.resume'), object: t('session.resumeObject'), icon: 'play', command: { type: 'session.resume', data: {} } }
  }
  if (!floor.current) return call(t, view, 'act.callNext')
  const { id, kind, startedAt, limit } = floor.current
  if (kind === 'point-of-order') {
    return {
      verb: t('act.endPoint'),
      object: afterPoint(t, floor.interrupted),
      icon: 'check',
      command: { type: 'floor.end', data: { turn: id } },
    }
  }
  if (startedAt === null) {
    const object = t('act.whoLimit', { who: whoOf(t, floor.current), limit: lengthText(limit) })
    return { verb: t('act.startClock'), object, icon: 'play', command: { type: 'floor.start', data: { turn: id } } }
  }
  if (view.list.next !== null) return call(t, view, kind === 'answer' ? 'act.answered' : 'act.endAndCall')
  const object = t(view.list.standing.kind === 'closed' ? 'act.listClosed' : 'act.nobodyWaits')
  return {
    verb: t(kind === 'answer' ? 'act.answeredOnly' : 'act.end'),
    object,
    icon: 'check',
    command: { type: 'floor.end', data: { turn: id } },
  }
}

const call = (t: Speak, { floor, entries, list }: Seen, verb: 'act.callNext' | 'act.answered' | 'act.endAndCall'): NextStep => {
  const first = list.next
  const row = first ? entries[first] : undefined
  if (!first || !row) {
    return { verb: t(verb), object: t(list.standing.kind === 'closed' ? 'act.listClosed' : 'act.nobodyWaits'), icon: 'next', command: null }
  }
  const channel = t(row.channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')
  const who = { who: row.entity, channel }
  return {
    verb: t(verb),
    object: row.kind === 'right-of-reply' ? t('act.whoReplies', who) : t(row.ready ? 'act.whoReady' : 'act.whoFrom', who),
    icon: 'next',
    command: { type: 'floor.call', data: { entry: first, expectedCurrent: floor.current?.id ?? null, expectedNext: first } },
  }
}

export const whoOf = (t: Speak, { speaker }: Pick<TurnView, 'speaker'>): string => speaker?.entity ?? t('floor.answering')

/** A turn that the Chair had paused before stays paused; the others resume with the time they had. */
const afterPoint = (t: Speak, interrupted: TurnView | null): string | undefined => {
  if (interrupted?.paused?.cause !== 'point-of-order') return undefined
  return t('act.resumes', { who: whoOf(t, interrupted), time: lengthText(Math.max(0, remainingAt(interrupted, interrupted.paused.at))) })
}
