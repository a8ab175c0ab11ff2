/** The floor for screen readers: the speaker, and the clock at its start, at 1:00, 0:30, 0:10, at zero, and at each full minute over. */
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { useEffect, useRef } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import type { Translate } from '../../../text/messages.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { getSpeakerName } from '../staff/next-step.ts'

export const useSpokenFloor = (): void => {
  const { t } = useText()
  const current = useView(({ floor }) => floor.current)
  const isMine = useView(({ floor, myFloor }) => floor.current !== null && floor.current.id === myFloor?.turn)
  const question = useView(({ questions, floor }) => (floor.current?.question ? questions[floor.current.question]?.text : undefined))
  const now = useNow(500)
  const left = current && current.runningSince !== null ? computeRemaining(current, now) : null
  const before = useRef<{ turn: string; left: number } | null>(null)
  const started = current !== null && current.startedAt !== null
  const turn = current?.id ?? null
  const text = current && started ? getStartText(t, current, question) : null
  const latest = useRef(text)
  latest.current = text
  // Whose turn it is hears "You have the floor" instead.
  const startOf = started && !isMine ? turn : null
  useEffect(() => {
    // Once for each turn, when it starts; not at each change of the turn.
    if (startOf !== null && latest.current !== null) screenReader.say(latest.current, 'floor')
  }, [startOf])
  useEffect(() => {
    if (turn === null || left === null) return
    const previous = before.current
    before.current = { turn, left }
    if (previous?.turn !== turn) return
    const text = getClockAnnouncement(t, previous.left, left)
    if (text !== null) screenReader.say(text, 'clock')
  }, [turn, left, t])
}

const getStartText = (t: Translate, turn: TurnView, question: string | undefined): string =>
  question === undefined
    ? t('say.started', { who: getSpeakerName(t, turn), limit: formatDuration(turn.limit) })
    : t('say.nowAnswering', { text: question })

const getClockAnnouncement = (t: Translate, before: number, after: number): string | null => {
  const hasPassed = (mark: number) => before > mark && after <= mark
  if (hasPassed(60_000)) return t('say.minuteLeft')
  for (const n of [30, 10]) if (hasPassed(n * 1000)) return t('say.secondsLeft', { n })
  if (hasPassed(0)) return t('say.timeUp')
  const minutes = Math.floor(-after / 60_000)
  return minutes > 0 && hasPassed(-minutes * 60_000) ? t('say.minutesOver', { n: minutes }) : null
}
