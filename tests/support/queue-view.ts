/** A floor list as chair and desk see it. */
import type { View } from '@rostrum/shared/projection/registry'

const row = (entity: string, changed: object = {}) => ({
  kind: 'intervention',
  entity,
  number: 0,
  group: 'civil',
  channel: 'room',
  askedAt: 0,
  ready: false,
  absent: 0,
  behalf: [],
  limit: 180_000,
  listed: false,
  moved: null,
  device: true,
  desk: { person: null, name: null, topic: null, note: null, door: 'room', held: false },
  ...changed,
})
const place = (entry: string, index: number) => ({
  entry,
  cause: 'received',
  asked: index + 1,
  earlier: index,
  placed: 0,
  aside: 0,
  left: 4,
})

export type Changed = { line?: string; rows?: Record<string, object>; replies?: string; [part: string]: unknown }
export const seen = ({ line = 'abcd', rows = {}, replies = '', ...parts }: Changed = {}): View =>
  ({
    session: {
      phase: 'open',
      title: 'Consultation',
      groups: [{ id: 'civil', label: 'Civil', short: 'Civil', mark: 'circle' }],
      timeZone: 'UTC',
    },
    list: {
      mode: 'balanced',
      recommend: false,
      overtakes: 4,
      standing: { kind: 'open' },
      replies: replies.length,
      repliesFirst: false,
      next: line[0] ?? null,
    },
    floor: { current: null, interrupted: null, limits: { everyone: 180_000 } },
    presence: { room: 0, remote: 0 },
    line: [...line].map(place),
    replies: [...replies],
    suggestion: null,
    joint: [],
    entries: Object.fromEntries(
      [...'abcd', ...replies].map((id) => [
        id,
        row(`Organization ${id}`, { ...(replies.includes(id) ? { kind: 'right-of-reply' } : {}), ...rows[id] }),
      ]),
    ),
    ...parts,
  }) as unknown as View
