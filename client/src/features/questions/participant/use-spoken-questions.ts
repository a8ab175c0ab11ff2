/** The outcomes of my questions, for screen readers. */
import type { MyQuestion } from '@rostrum/shared/projection/questions/mine'
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { formatMyQuestionStatus } from './my-question-card.tsx'

export const useSpokenQuestions = (): void => {
  const { t } = usePhoneText()
  const mine = useView(({ myQuestions }) => myQuestions)
  const before = useRef(mine)
  useEffect(() => {
    const previous = new Map(before.current.map((one) => [one.id, one]))
    before.current = mine
    for (const one of mine) {
      const earlier = previous.get(one.id)
      if (earlier && one.status !== 'withdrawn' && hasChanged(earlier, one))
        screenReader.say(t('pair.colon', { first: formatMyQuestionStatus(t, one), second: one.text }), one.id)
    }
  }, [mine, t])
}

const hasChanged = (before: MyQuestion, now: MyQuestion): boolean =>
  before.status !== now.status || before.answer !== now.answer || before.mergedInto !== now.mergedInto || before.text !== now.text
