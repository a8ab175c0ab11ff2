/**
 * The floor for screen readers. It announces the speaker, and the clock at the start, at 1:00, 0:30, 0:10, zero, and each full minute over.
 * `own`: the clock of another speaker is announced only at the start and at zero.
 */
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { useEffect, useRef } from 'react'
import { useMadeNow, useView } from '../../../session/hooks.tsx'
import { getServerTime } from '../../../session/server-clock.ts'
import { useSessionStore } from '../../../session/store.ts'
import { getSpeakerName } from '../../../text/labels.ts'
import type { PhoneTranslate } from '../../../text/messages.ts'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { formatDuration } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { interruptionWords, kindWords } from '../../../widgets/kind-words.ts'

export const useSpokenFloor = (clocks: 'every' | 'own' = 'every'): void => {
  const { t } = usePhoneText()
  const current = useView(({ floor }) => floor.current)
  const isMine = useView(({ floor, myFloor }) => floor.current !== null && floor.current.id === myFloor?.turn)
  const question = useView(({ questions, floor }) => (floor.current?.question ? questions[floor.current.question]?.text : undefined))
  const ruledOn = useView(({ floor }) => floor.ruledOn?.kind)
  const wasRuledOn = useRef(ruledOn)
  useEffect(() => {
    if (ruledOn !== undefined && wasRuledOn.current === undefined) screenReader.say(t(interruptionWords[ruledOn].over), 'floor')
    wasRuledOn.current = ruledOn
  }, [ruledOn, t])
  // Reads only the marks, because the page renders on every change of the result.
  const clock = useMadeNow(500, ({ floor: { current: running } }, now) =>
    running ? { turn: running.id, limit: running.limit, mark: findMark(computeRemaining(running, now)) } : null,
  )
  const hearsAll = isMine || clocks === 'every'
  const before = useRef(clock)
  const started = current !== null && current.startedAt !== null
  const turn = current?.id ?? null
  const text = current && started ? getStartText(t, current, question) : null
  const latest = useRef(text)
  latest.current = text
  // The speaker hears "You have the floor" instead.
  const startOf = started && !isMine ? turn : null
  useEffect(() => {
    // Announces each turn once, when it starts, and not on each change of the turn.
    if (startOf !== null && latest.current !== null) screenReader.say(latest.current, 'floor')
  }, [startOf])
  useEffect(() => {
    const previous = before.current
    before.current = clock
    if (clock === null || previous?.turn !== clock.turn) return
    const isUp = clock.mark <= 0 && previous.mark > 0
    if (previous.limit === clock.limit) {
      if (previous.mark > clock.mark && (clock.mark === 0 || hearsAll)) screenReader.say(getMarkText(t, clock.mark), 'clock')
    } else if (isUp) screenReader.say(t('say.timeUp'), 'clock')
    // A mark between the two limits was not reached: only the person whose time it is hears how much is left.
    else if (isMine) screenReader.say(getChangeText(t), 'clock')
  }, [clock, hearsAll, isMine, t])
}

/** The time that the Chair has left me, or that it is still over. */
const getChangeText = (t: PhoneTranslate): string => {
  const turn = useSessionStore.getState().view?.floor.current
  const left = turn ? readTimeLeft(turn) : 0
  return left > 0 ? t('say.timeChanged', { time: formatSpeakingTime(t, left) }) : t('say.timeUp')
}

/** A page that is opened during a turn, and a turn that goes on after an interruption, tell the time that is left. */
const getStartText = (t: PhoneTranslate, turn: TurnView, question: string | undefined): string => {
  if (question !== undefined) return t('say.nowAnswering', { text: question })
  const left = formatDuration(Math.max(0, readTimeLeft(turn)))
  const started = t('say.started', { who: getSpeakerName(t, turn), limit: left })
  return turn.kind === ordinaryKind ? started : t('pair.colon', { first: t(kindWords[turn.kind].speaking), second: started })
}

const readTimeLeft = (turn: TurnView): number => computeRemaining(turn, getServerTime(useSessionStore.getState().clockOffset))

const minute = 60_000
const marks = [minute, 30_000, 10_000, 0] as const

/** Returns the last mark that the clock has reached: one before the end, or a full minute over. */
const findMark = (left: number): number => {
  if (left <= -minute) return Math.ceil(left / minute) * minute
  return marks.filter((mark) => left <= mark).at(-1) ?? Number.POSITIVE_INFINITY
}

const getMarkText = (t: PhoneTranslate, mark: number): string => {
  if (mark < 0) return t('say.minutesOver', { n: -mark / minute })
  if (mark === 0) return t('say.timeUp')
  return mark === minute ? t('say.minuteLeft') : t('say.secondsLeft', { n: mark / 1000 })
}
