/** The view of a Chair for the next action, in any state, and the verbs that it offers. */
import { getNextSteps } from '@rostrum/client/features/floor/staff/next-step'
import type { Translate } from '@rostrum/client/text/messages'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { makeMessages } from './catalogues.ts'

const catalogue = makeMessages('en')
export const t = ((key: never, values: never) => catalogue.format(key, values).replace(/[\u2066-\u2069]/g, '')) as Translate

type NextStepInput = Parameters<typeof getNextSteps>[1]
export const getNextStep = (...given: Parameters<typeof getNextSteps>) => getNextSteps(...given).main

const speaker = { entity: 'Library federation', number: 7, group: null, channel: 'room' }
export const makeTurn = (changed: object): TurnView =>
  ({
    id: 'turn',
    kind: 'intervention',
    speaker,
    question: null,
    limit: 180_000,
    calledAt: 0,
    startedAt: 0,
    used: 0,
    runningSince: 0,
    paused: null,
    cue: null,
    ...changed,
  }) as unknown as TurnView

export const makeInput = (changed: {
  phase?: string
  current?: TurnView
  interrupted?: TurnView
  waiting?: boolean
  status?: string
  segment?: string
  point?: object
  heard?: boolean
  panel?: number
  lastWord?: boolean
  stillWaiting?: number
  points?: number
  intention?: object
  question?: boolean
  justOpened?: boolean
  taken?: readonly string[]
  next?: object
  away?: boolean
}): NextStepInput =>
  ({
    session: { phase: changed.phase ?? 'open', startsAt: Date.UTC(2026, 0, 1, 10, 30), timeZone: 'UTC' } as unknown as View['session'],
    floor: { current: changed.current ?? null, interrupted: changed.interrupted ?? null } as unknown as View['floor'],
    entries: {
      ...(changed.waiting
        ? {
            first: {
              kind: 'intervention',
              entity: 'University research centre',
              channel: 'remote',
              ready: true,
              missedCalls: 0,
              ...changed.next,
            },
          }
        : {}),
      ...(changed.point
        ? { point: { kind: 'point-of-order', entity: 'Permanent mission', channel: 'room', staff: { held: false }, ...changed.point } }
        : {}),
    },
    queue: {
      next: changed.waiting ? 'first' : null,
      status: { kind: changed.status ?? 'open', ...(changed.lastWord ? { lastWord: true } : {}) },
      waiting: { room: changed.stillWaiting ?? 0, remote: 0 },
    } as unknown as View['queue'],
    plan: ['opening', 'topic', 'closing'].map((kind) => ({ id: kind, kind, title: kind, startsAt: Date.UTC(2026, 0, 1, 11) })),
    progress: {
      current: changed.segment ?? 'topic',
      actual: Object.fromEntries((changed.taken ?? ['opening', 'topic', 'closing']).map((id) => [id, {}])),
    },
    presence: { room: 112, remote: 86, away: changed.away ? { device: 0 } : {} },
    questions: { q: { number: 4 } },
    answering: { current: null, next: changed.question ? 'q' : null },
    steps: changed.justOpened ? [{ commandType: 'queue.open' }] : [],
    pointsOfOrder: [...(changed.point ? ['point'] : []), ...Array.from({ length: changed.points ?? 0 }, (_, index) => `more-${index}`)],
    intention: changed.intention ?? null,
    panellists: Array.from({ length: changed.panel ?? 0 }, () => ({})),
    pastTurns: changed.heard ? { past: { segment: changed.segment ?? 'topic' } } : {},
  }) as unknown as NextStepInput

export const listVerbs = (input: Parameters<typeof makeInput>[0], known: Parameters<typeof getNextSteps>[2] = {}) => {
  const { main, others } = getNextSteps(t, makeInput(input), known)
  return [main, ...others].map(({ verb }) => verb)
}
