/** A list of speakers as the Chair and the secretariat see it. */
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import type { View } from '@rostrum/shared/projection/registry'

/** Changed fields by name. The values need no brands. */
type RowChanges = { readonly [Field in keyof EntryRow]?: unknown }

const makeEntryRow = (entity: string, changed: RowChanges = {}) => ({
  kind: 'intervention',
  entity,
  number: 0,
  group: 'civil',
  channel: 'room',
  askedAt: 0,
  sequence: 0,
  ready: false,
  missedCalls: 0,
  onBehalfOf: [],
  ownLimit: null,
  inProgramme: false,
  pinnedBy: null,
  hasDevice: true,
  staff: { person: null, nameId: null, topic: null, note: null, requestChannel: 'room', held: false },
  ...changed,
})

export type QueueChanges = { order?: string; rows?: Record<string, RowChanges>; replies?: string; [part: string]: unknown }
export const makeQueueView = ({ order = 'abcd', rows = {}, replies = '', ...parts }: QueueChanges = {}): View =>
  ({
    session: {
      phase: 'open',
      title: 'Consultation',
      groups: [{ id: 'civil', label: 'Civil', short: 'Civil', mark: 'circle' }],
      timeZone: 'UTC',
    },
    queue: {
      mode: 'balanced',
      suggestOnly: false,
      maxOvertakes: 4,
      status: { kind: 'open' },
      replies: replies.length,
      repliesFirst: false,
      next: order[0] ?? null,
    },
    floor: { current: null, interrupted: null, limits: { everyone: 180_000, groups: {}, channels: {} } },
    presence: { room: 0, remote: 0 },
    plan: [],
    progress: { current: null },
    order: [...order],
    causes: 'r'.repeat(order.length),
    replies: [...replies],
    suggestion: null,
    jointEntries: [],
    toConfirm: [],
    me: { role: 'chair', office: null },
    entries: Object.fromEntries(
      [...'abcd', ...replies].map((id) => [
        id,
        makeEntryRow(`Organization ${id}`, { ...(replies.includes(id) ? { kind: 'right-of-reply' } : {}), ...rows[id] }),
      ]),
    ),
    ...parts,
  }) as unknown as View
