/** What became of my questions, for whoever listens to the page. */
import type { MyQuestion } from '@rostrum/shared/projection/questions/mine'
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { stateWords } from './my-question-card.tsx'

export const useSpokenQuestions = (): void => {
  const { t } = useText()
  const mine = useView(({ myQuestions }) => myQuestions)
  const before = useRef(mine)
  useEffect(() => {
    const was = new Map(before.current.map((one) => [one.id, one]))
    before.current = mine
    for (const one of mine) {
      const earlier = was.get(one.id)
      if (earlier && one.status !== 'withdrawn' && isNews(earlier, one)) announcements.say(`${stateWords(t, one)}: ${one.text}`, one.id)
    }
  }, [mine, t])
}

const isNews = (before: MyQuestion, now: MyQuestion): boolean =>
  before.status !== now.status || before.answer !== now.answer || before.into !== now.into || before.text !== now.text
