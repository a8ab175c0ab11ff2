import type { SessionPhase } from '../../contract/enums.ts'
import { isEqual } from '../../kernel/equality.ts'
import { getOriginalText } from '../../kernel/wording.ts'
import type { SessionView } from '../session.ts'
import type { Ends, SeenChange, TopicMessage } from './seen-change.ts'

type Message = TopicMessage<'session'>

export function listSessionMessages(change: SeenChange): readonly Message[] {
  const before = change.compare('session')
  // Changes before the opening are not news.
  if (before?.from.phase === 'planned' && before.to.phase === 'planned') return []
  return [...listPhase(before), ...listTopic(change), ...listList(change), ...listLimits(change), ...listAnnouncements(change)]
}

function listPhase(ends: Ends<SessionView> | null): readonly Message[] {
  if (ends === null || ends.from.phase === ends.to.phase) return []
  const { phase, openedAt, closedAt, title } = ends.to
  const type = findPhaseType(ends.from.phase, phase)
  return type === null ? [] : [{ type, about: '', data: { phase, openedAt, closedAt, title: getOriginalText(title) } }]
}

const findPhaseType = (from: SessionPhase, to: SessionPhase): Message['type'] | null => {
  if (to === 'open') return from === 'planned' ? 'session.opened' : 'session.resumed'
  return to === 'planned' ? 'session.unopened' : `session.${to}`
}

function listTopic(change: SeenChange): readonly Message[] {
  const progress = change.compare('progress')
  const current = progress?.to.current ?? null
  if (progress === null || current === null || current === progress.from.current) return []
  const segment = change.read('plan').find(({ id }) => id === current)
  if (segment === undefined) return []
  const { id, kind } = segment
  const title = getOriginalText(segment.title)
  const question = segment.question && getOriginalText(segment.question)
  return [{ type: 'topic.started', about: title, data: { topic: id, kind, title, question } }]
}

const listTypes = { open: 'list.opened', 'last-call': 'list.last-call', closed: 'list.closed' } as const

function listList(change: SeenChange): readonly Message[] {
  const queue = change.compare('queue')
  if (queue === null || queue.from.status.kind === queue.to.status.kind) return []
  const { status } = queue.to
  return [{ type: listTypes[status.kind], about: '', data: status.kind === 'last-call' ? { closesAt: status.closesAt } : {} }]
}

function listLimits(change: SeenChange): readonly Message[] {
  const floor = change.compare('floor')
  if (floor === null || isEqual(floor.from.limits, floor.to.limits)) return []
  return [{ type: 'limits.changed', about: '', data: { limits: floor.to.limits } }]
}

function listAnnouncements(change: SeenChange): readonly Message[] {
  const announcements = change.compare('announcements')
  if (announcements === null) return []
  const { from, to } = announcements
  const isIn = (list: typeof from, { id }: (typeof from)[number]) => list.some((one) => one.id === id)
  return [
    ...from
      .filter((one) => !isIn(to, one))
      .map(({ id }): Message => ({ type: 'announcement.ended', about: '', data: { announcement: id } })),
    ...to
      .filter((one) => !isIn(from, one))
      .map(({ id, text, ...announcement }): Message => {
        const data = { announcement: id, ...announcement, text: getOriginalText(text) }
        return { type: 'announcement.made', about: '', data }
      }),
  ]
}
