/** The floor for whoever listens to the page: who has it, and the clock at its start, 1:00, 0:30, 0:10, up, and each full minute over. */
import { remainingAt } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { useEffect, useRef } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import type { Speak } from '../../../text/messages.ts'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { whoOf } from '../staff/next-step.ts'

export const useSpokenFloor = (): void => {
  const { t } = useText()
  const current = useView(({ floor }) => floor.current)
  const question = useView(({ questions, floor }) => (floor.current?.question ? questions[floor.current.question]?.text : undefined))
  const now = useNow(500)
  const left = current && current.runningSince !== null ? remainingAt(current, now) : null
  const before = useRef<{ turn: string; left: number } | null>(null)
  const started = current !== null && current.startedAt !== null
  const turn = current?.id ?? null
  const words = current && started ? startWords(t, current, question) : null
  const latest = useRef(words)
  latest.current = words
  const startOf = started ? turn : null
  useEffect(() => {
    // Once for each turn, when it starts; not at each of its changes.
    if (startOf !== null && latest.current !== null) announcements.say(latest.current, 'floor')
  }, [startOf])
  useEffect(() => {
    if (turn === null || left === null) return
    const seen = before.current
    before.current = { turn, left }
    if (seen?.turn !== turn) return
    const words = crossed(t, seen.left, left)
    if (words !== null) announcements.say(words, 'clock')
  }, [turn, left, t])
}

const startWords = (t: Speak, turn: TurnView, question: string | undefined): string =>
  question === undefined
    ? t('say.started', { who: whoOf(t, turn), limit: lengthText(turn.limit) })
    : t('say.nowAnswering', { text: question })

const crossed = (t: Speak, before: number, after: number): string | null => {
  const passed = (mark: number) => before > mark && after <= mark
  if (passed(60_000)) return t('say.minuteLeft')
  for (const n of [30, 10]) if (passed(n * 1000)) return t('say.secondsLeft', { n })
  if (passed(0)) return t('say.timeUp')
  const minutes = Math.floor(-after / 60_000)
  return minutes > 0 && passed(-minutes * 60_000) ? t('say.minutesOver', { n: minutes }) : null
}
