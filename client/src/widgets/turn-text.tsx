/** Builds the props of the floor from the view. Texts are in the page's language, and times follow the measured server clock. */

import { channelRules } from '@rostrum/shared/contract/channels'
import type { PauseCause } from '@rostrum/shared/contract/floor'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { isAnswer } from '@rostrum/shared/contract/kinds'
import { findOpenTurn, findWaitingTurn } from '@rostrum/shared/contract/ruling'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import { computeClockPhase, computeRemaining, computeUsed, findShownInstant } from '@rostrum/shared/projection/floor/clock'
import type { FloorView, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import type { View } from '@rostrum/shared/projection/registry'
import type { ReactNode } from 'react'
import { findGroup } from '../session/groups.ts'
import { useClockTrusted, useMadeNow, useView } from '../session/hooks.tsx'
import type { PhoneKey } from '../text/catalogue.ts'
import { getGroupName } from '../text/group-name.ts'
import { formatAuthors, formatEntity, formatQuestionLabel, formatSpeakerLabel } from '../text/labels.ts'
import { formatSpokenIn } from '../text/language-name.ts'
import type { PhoneTranslate } from '../text/messages.ts'
import { joinNames } from '../text/name-list.ts'
import { formatDuration, formatTime } from '../text/times.ts'
import { type TextTools, usePhoneText } from '../text/use-text.tsx'
import { Chip } from '../ui/chip.tsx'
import type { FloorProps } from '../ui/floor.tsx'
import { GroupMark } from '../ui/group-mark.tsx'
import type { PhaseName } from '../ui/phase-label.tsx'
import { Name } from '../ui/written.tsx'
import { ChannelLabel } from './channel-label.tsx'
import { kindWords, pausedFor } from './kind-words.ts'
import { NoSignalChip } from './no-signal.tsx'

/** The interval is short enough that no digit appears late. */
const refreshMs = 200

/** Returns the server's time as far as a clock shows it. It advances when a digit of the turn changes. */
export const useShownInstant = (turn: TurnView | null): Instant =>
  useMadeNow(refreshMs, ({ floor }, now) => (turn === null ? zeroInstant : findShownInstant(turn, floor, now)))
const zeroInstant = toInstant(0)

/** `staff`: includes "Speaker 07", which others do not need. `questions`: only the number of the question. */
type Numbers = 'staff' | 'questions' | 'none'

/** `spoken`: a larger word for the language, in first place, for a page on which the language matters most. */
export const useFloorProps = (numbers: Numbers = 'staff', spoken?: ReactNode): FloorProps => {
  const text = usePhoneText()
  const turn = useView(({ floor }) => findOpenTurn(floor))
  const isRuling = useView(({ floor }) => findWaitingTurn(floor) !== null)
  const warnings = useView(({ floor }) => floor.warnings)
  const grace = useView(({ floor }) => floor.grace)
  const session = useView((view) => view.session)
  const question = useView(({ questions, floor }) => questions[findOpenTurn(floor)?.question ?? ('' as QuestionId)] ?? null)
  const about = !useClockTrusted()
  const now = useShownInstant(turn)
  const sub = <FloorSub turn={turn} question={question} numbers={numbers} spoken={spoken} />
  if (!turn) return { phase: 'empty', eyebrow: text.t('floor.now'), who: getEmptyFloorText(text.t, session), whoIs: 'sentence' }
  const phase = computeClockPhase(turn, { warnings, grace }, now)
  // During the grace period the clock shows zero, because nobody is over time yet.
  const left = phase === 'final' ? Math.max(0, computeRemaining(turn, now)) : computeRemaining(turn, now)
  // The speaker does not have the floor, and keeps the time that is left.
  const isKept = turn.startedAt !== null && (isRuling || session.phase === 'suspended')
  return {
    phase,
    phaseText: isRuling
      ? text.t('floor.ruling')
      : left === 0 && phase === 'final'
        ? text.t('floor.timeUp')
        : getPhaseText(text.t, phase, turn, { warnings }, session),
    eyebrow: isKept ? text.t('floor.waits') : getEyebrow(text.t, turn),
    who: turn.speaker?.entity ?? question?.text ?? text.t('give.panel'),
    mark: turn.speaker?.toConfirm && text.t('queue.toConfirm'),
    whoIs: isAnswer(turn.kind) ? 'question' : 'name',
    sub,
    clock: {
      left,
      label: text.t(left < 0 ? 'floor.timeOver' : 'floor.timeLeft', { who: turn.speaker?.entity ?? text.t('give.panel') }),
      isApproximate: about,
    },
    // Before the clock is started it shows the whole time.
    limitText:
      turn.startedAt === null
        ? undefined
        : text.rich(left < 0 ? 'floor.overLimit' : isKept ? 'floor.keptOf' : 'floor.leftOf', { limit: formatDuration(turn.limit) }),
    startText: getSinceText(text, turn, session.timeZone, now),
    bar: makeBar(turn, { warnings }, now),
  }
}

export const getSuspendedText = (t: PhoneTranslate, { until, timeZone }: Pick<View['session'], 'until' | 'timeZone'>): string =>
  until === null ? t('session.suspended') : t('session.suspendedUntil', { time: formatTime(until, timeZone) })

const getEmptyFloorText = (t: PhoneTranslate, session: View['session']): string => {
  const { phase, closedAt, timeZone, cancelled } = session
  if (phase === 'planned') return t(cancelled ? 'session.cancelled' : 'session.notOpen')
  if (phase === 'suspended') return getSuspendedText(t, session)
  if (closedAt !== null) return t('session.closedAt', { time: formatTime(closedAt, timeZone) })
  return t('floor.nobody')
}

const getEyebrow = (t: PhoneTranslate, { kind, startedAt }: TurnView): string => {
  const { called, speaking } = kindWords[kind]
  return t(startedAt === null ? called : speaking)
}

/** Returns how much of the limit is used, and where the warnings are, as fractions of the limit. */
export const makeBar = (turn: TurnView, { warnings }: Pick<FloorView, 'warnings'>, now: Instant) => ({
  used: turn.limit > 0 ? computeUsed(turn, now) / turn.limit : 1,
  notches: warnings.map((warning) => (turn.limit - warning) / turn.limit).filter((at) => at > 0 && at < 1),
})

export const getPhaseText = (
  t: PhoneTranslate,
  phase: PhaseName,
  turn: Pick<TurnView, 'kind' | 'paused'>,
  { warnings }: Pick<FloorView, 'warnings'>,
  session: Pick<View['session'], 'phase'>,
): string => {
  const [early = 0, late = 0] = [...warnings].sort((a, b) => b - a)
  if (phase === 'ready') return t('floor.ready')
  if (phase === 'paused') return getPauseText(t, turn, session)
  if (phase === 'last' || phase === 'final') return t('floor.last', { n: Math.ceil((phase === 'last' ? early : late) / 1000) })
  if (phase === 'over') return t('floor.over')
  return t(isAnswer(turn.kind) ? 'floor.answering' : 'floor.speaking')
}

export const pauseMessages = { chair: 'floor.pausedByChair', suspension: 'floor.pausedForBreak', ...pausedFor } as const satisfies Readonly<
  Record<PauseCause, string>
>

/** After a suspension the clock waits for the Chair. */
const getPauseText = (t: PhoneTranslate, { paused }: Pick<TurnView, 'paused'>, { phase }: Pick<View['session'], 'phase'>): string =>
  paused?.cause === 'suspension' && phase !== 'suspended' ? t('floor.waits') : t(pauseMessages[paused?.cause ?? 'chair'])

const getSinceText = ({ t, rich }: TextTools<PhoneKey>, { startedAt, calledAt }: TurnView, zone: string, now: Instant): ReactNode =>
  startedAt === null
    ? rich('floor.calledAgo', { n: Math.max(0, Math.round((now - calledAt) / 1000)) })
    : t('floor.started', { time: formatTime(startedAt, zone) })

/**
 * Returns a chip about a called speaker, for the staff. It shows how long the device has been away, or else whether a speaker out of
 * sight is ready. It takes the place of the number, so that the line keeps its height.
 */
const useCalledChip = (turn: TurnView | null): ReactNode => {
  const { t } = usePhoneText()
  const called = turn !== null && turn.startedAt === null ? turn : null
  const person = called?.staff?.person ?? null
  const isAway = useView(({ presence }) => person !== null && presence.away?.[person] !== undefined)
  if (person === null) return null
  if (isAway) return <NoSignalChip person={person} />
  if (!called?.speaker || channelRules[called.speaker.channel].isInSight) return null
  if (!called.staff?.ready) return <Chip tone="warn">{t('floor.notReady')}</Chip>
  return (
    <Chip tone="good" icon="check">
      {t('queue.ready')}
    </Chip>
  )
}

export const SpokenIn = ({ turn }: { turn: TurnView | null }) => {
  const { t, language } = usePhoneText()
  const spoken = formatSpokenIn(t, language.id, turn?.language)
  return spoken === null ? null : <span>{spoken}</span>
}

type OfTurn = { turn: TurnView | null }

export const SpeakerGroup = ({ turn }: OfTurn) => {
  const { t } = usePhoneText()
  const groups = useView((view) => view.session.groups)
  const group = findGroup(groups, turn?.speaker?.group)
  return group === null ? null : <GroupMark mark={group.mark}>{getGroupName(t, group)}</GroupMark>
}

export const SpeakerChannel = ({ turn }: OfTurn) => {
  const channel = turn?.speaker?.channel
  return channel === undefined ? null : <ChannelLabel from={channel} />
}

export const OnBehalfOf = ({ turn }: OfTurn) => {
  const { t, language } = usePhoneText()
  if (turn === null || turn.onBehalfOf.length === 0) return null
  return <span>{t('floor.alsoFor', { who: joinNames(language, turn.onBehalfOf) })}</span>
}

/** Facts about the turn besides name, group and channel. */
export const TurnDetails = ({ turn }: OfTurn) => {
  const chip = useCalledChip(turn)
  return (
    <>
      {chip}
      <SpokenIn turn={turn} />
      <OnBehalfOf turn={turn} />
    </>
  )
}

/** The line below the name: group, channel and number of the speaker. For an answer: the number of the question and its author. */
type FloorSubProps = { turn: TurnView | null; question: QuestionRow | null; numbers: Numbers; spoken: ReactNode }

const FloorSub = ({ turn, question, numbers, spoken }: FloorSubProps) => {
  const { t } = usePhoneText()
  const groups = useView((view) => view.session.groups)
  const chip = useCalledChip(turn)
  const speaker = turn?.speaker
  if (speaker) {
    return (
      <>
        {spoken}
        <SpeakerGroup turn={turn} />
        <SpeakerChannel turn={turn} />
        {chip ?? (numbers === 'staff' && speaker.number > 0 ? <span>{formatSpeakerLabel(t, speaker)}</span> : null)}
        {spoken === undefined ? <SpokenIn turn={turn} /> : null}
        <OnBehalfOf turn={turn} />
      </>
    )
  }
  const author = question?.from
  const group = findGroup(groups, author?.group)
  // On its own below "Now answering", the author would look like the person who answers.
  const from = author ? <Name>{formatAuthors(t, formatEntity(t, author), question.alsoAsked)}</Name> : null
  return (
    <>
      {spoken}
      {numbers !== 'none' && question ? <span className="num">{formatQuestionLabel(t, question.number)}</span> : null}
      {group === null ? from : <GroupMark mark={group.mark}>{from}</GroupMark>}
      {spoken === undefined ? <SpokenIn turn={turn} /> : null}
      {author && numbers !== 'staff' ? <ChannelLabel from={author.channel} /> : null}
    </>
  )
}
