/** The floor as every drawing of it takes it: what the view says, put into words, on this screen's measured time. */

import type { Phase as SessionPhase } from '@rostrum/shared/contract/enums'
import type { Instant } from '@rostrum/shared/kernel/time'
import { phaseAt, remainingAt, usedAt } from '@rostrum/shared/projection/floor/clock'
import type { FloorView, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import type { ReactNode } from 'react'
import { groupIn } from '../session/groups.ts'
import { useNow, useView, useVouched } from '../session/hooks.tsx'
import { groupName } from '../text/group-name.ts'
import { questionLabel, speakerLabel } from '../text/labels.ts'
import type { Speak } from '../text/messages.ts'
import { namesText } from '../text/name-list.ts'
import { lengthText, timeOfDay } from '../text/times.ts'
import { type UsedText, useText } from '../text/use-text.tsx'
import { Channel } from '../ui/channel-label.tsx'
import type { FloorProps } from '../ui/floor-frame.tsx'
import { GroupMark } from '../ui/group-mark.tsx'
import type { Phase } from '../ui/phase-label.tsx'

/** Fine enough that no digit is late to the eye. */
const often = 200

/** `numbered`: with "Speaker 07", which those who drive need and the room does not. */
export const useFloorWords = (numbered = true): FloorProps => {
  const text = useText()
  const floor = useView((view) => view.floor)
  const session = useView((view) => view.session)
  const question = useView(({ questions, floor: { current } }) => (current?.question ? (questions[current.question] ?? null) : null))
  const about = !useVouched()
  const now = useNow(often)
  const { current } = floor
  const sub = <FloorSub turn={current} question={question} numbered={numbered} />
  if (!current) return { phase: 'empty', eyebrow: text.t('floor.now'), who: emptyWords(text.t, session.phase) }
  const phase = phaseAt(current, floor, now)
  // Within the grace the clock stands at nought: nobody is over time yet.
  const left = phase === 'final' ? Math.max(0, remainingAt(current, now)) : remainingAt(current, now)
  const named = current.speaker ? speakerLabel(text.t, current.speaker) : text.t('floor.answering')
  return {
    phase,
    word: left === 0 && phase === 'final' ? text.t('floor.timeUp') : phaseWord(text.t, phase, current, floor),
    eyebrow: eyebrowOf(text.t, current),
    who: current.speaker?.entity ?? question?.text ?? text.t('floor.answering'),
    question: current.kind === 'answer',
    sub,
    clock: { left, label: text.t(left < 0 ? 'floor.timeOver' : 'floor.timeLeft', { who: named }), about },
    of: text.rich(left < 0 ? 'floor.overLimit' : 'floor.leftOf', { limit: lengthText(current.limit) }),
    since: sinceWords(text, current, session.timeZone, now),
    bar: {
      used: current.limit > 0 ? usedAt(current, now) / current.limit : 1,
      notches: floor.warnings.map((warning) => (current.limit - warning) / current.limit).filter((at) => at > 0 && at < 1),
    },
  }
}

const emptyWords = (t: Speak, phase: SessionPhase): string => {
  if (phase === 'planned') return t('session.notOpen')
  if (phase === 'suspended') return t('session.suspended')
  return t(phase === 'closed' ? 'session.closed' : 'floor.nobody')
}

const eyebrowOf = (t: Speak, { kind, startedAt }: TurnView): string => {
  if (kind === 'point-of-order') return t('floor.pointOfOrder')
  if (kind === 'answer') return t('floor.nowAnswering')
  if (kind === 'right-of-reply' && startedAt !== null) return t('floor.rightOfReply')
  return t(startedAt === null ? 'floor.calledToSpeak' : 'floor.nowSpeaking')
}

const phaseWord = (t: Speak, phase: Phase, { kind, paused }: TurnView, { warnings }: FloorView): string => {
  const [early = 0, late = 0] = [...warnings].sort((a, b) => b - a)
  if (phase === 'ready') return t('floor.ready')
  if (phase === 'paused') return t(pausedBecause[paused?.cause ?? 'chair'])
  if (phase === 'last') return t('floor.last', { n: early / 1000 })
  if (phase === 'final') return t('floor.last', { n: late / 1000 })
  if (phase === 'over') return t('floor.over')
  return t(kind === 'answer' ? 'floor.answering' : 'floor.speaking')
}

const pausedBecause = {
  chair: 'floor.pausedByChair',
  'point-of-order': 'floor.pausedForPoint',
  suspension: 'floor.pausedForBreak',
} as const

const sinceWords = ({ t, rich }: UsedText, { startedAt, calledAt }: TurnView, zone: string, now: Instant): ReactNode =>
  startedAt === null
    ? rich('floor.calledAgo', { n: Math.max(0, Math.round((now - calledAt) / 1000)) })
    : t('floor.started', { time: timeOfDay(startedAt, zone) })

/** Group, channel and number; for an answer, the question's number and whose it is. */
type SubProps = { turn: TurnView | null; question: QuestionRow | null; numbered: boolean }

const FloorSub = ({ turn, question, numbered }: SubProps) => {
  const { t, language } = useText()
  const groups = useView((view) => view.session.groups)
  const speaker = turn?.speaker
  if (speaker) {
    const group = groupIn(groups, speaker.group)
    return (
      <>
        {group === null ? null : <GroupMark mark={group.mark}>{groupName(t, group)}</GroupMark>}
        <Channel from={speaker.channel}>{t(`channel.${speaker.channel}`)}</Channel>
        {numbered && speaker.number > 0 ? <span>{speakerLabel(t, speaker)}</span> : null}
        {turn.behalf.length > 0 ? <span>{t('floor.alsoFor', { who: namesText(language, turn.behalf) })}</span> : null}
      </>
    )
  }
  const author = question?.from
  const group = groupIn(groups, author?.group)
  return (
    <>
      {numbered && question ? <span className="num">{questionLabel(t, question.number)}</span> : null}
      {author && group ? (
        <GroupMark mark={group.mark}>
          <bdi>{author.entity}</bdi>
        </GroupMark>
      ) : null}
      {author && !group ? <bdi>{author.entity}</bdi> : null}
      {author && !numbered ? <Channel from={author.channel}>{t(`channel.${author.channel}`)}</Channel> : null}
    </>
  )
}
