/**
 * The floor for screen readers. It announces the speaker, and the clock at the start, at 1:00, 0:30, 0:10, zero, and each full minute over.
 */
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { useEffect, useRef } from 'react'
import { useMadeNow, useView } from '../../../session/hooks.tsx'
import { getSpeakerName } from '../../../text/labels.ts'
import type { PhoneTranslate } from '../../../text/messages.ts'
import { formatDuration } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'

export const useSpokenFloor = (): void => {
  const { t } = usePhoneText()
  const current = useView(({ floor }) => floor.current)
  const isMine = useView(({ floor, myFloor }) => floor.current !== null && floor.current.id === myFloor?.turn)
  const question = useView(({ questions, floor }) => (floor.current?.question ? questions[floor.current.question]?.text : undefined))
  // Reads only the marks, because the page renders on every change of the result.
  const mark = useMadeNow(500, ({ floor: { current: running } }, now) =>
    running && running.runningSince !== null ? findMark(computeRemaining(running, now)) : null,
  )
  const before = useRef<{ turn: string; mark: number } | null>(null)
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
    if (turn === null || mark === null) return
    const previous = before.current
    before.current = { turn, mark }
    if (previous?.turn === turn && previous.mark > mark) screenReader.say(getMarkText(t, mark), 'clock')
  }, [turn, mark, t])
}

const getStartText = (t: PhoneTranslate, turn: TurnView, question: string | undefined): string =>
  question === undefined
    ? t('say.started', { who: getSpeakerName(t, turn), limit: formatDuration(turn.limit) })
    : t('say.nowAnswering', { text: question })

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
