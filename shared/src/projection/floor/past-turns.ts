/** The turns that are over, for those who write down what was said. */
import type { PastTurn, TurnKind } from '../../contract/floor.ts'
import type { QuestionId, SegmentId, TurnId } from '../../contract/ids.ts'
import type { Instant, Millis } from '../../kernel/time.ts'
import { audiencePart, type Rows, remembered, rows } from '../part.ts'
import { type SpeakerView, speakerView } from './parts.ts'

export type PastTurnView = {
  readonly kind: TurnKind
  readonly speaker: SpeakerView | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly calledAt: Instant
  readonly used: Millis
}

const turnView = remembered(
  ({ kind, speaker, question, segment, calledAt, used }: PastTurn): PastTurnView => ({
    kind,
    speaker: speakerView(speaker),
    question,
    segment,
    calledAt,
    used,
  }),
)

export const turnParts = {
  turns: audiencePart<Rows<TurnId, PastTurnView>>(['floor'], ({ floor }, audience) =>
    audience === 'staff' ? pastView(floor.past) : undefined,
  ),
}

const pastView = remembered((past: readonly PastTurn[]) => rows(past, turnView))
