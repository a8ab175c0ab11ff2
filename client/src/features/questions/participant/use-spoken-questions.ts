/** The outcomes of my questions, for screen readers. */

import { isInSession } from '@rostrum/shared/contract/enums'
import { isDeclined, isWithdrawn } from '@rostrum/shared/contract/question-statuses'
import { joinTexts } from '@rostrum/shared/kernel/text'
import type { MyQuestion } from '@rostrum/shared/projection/questions/mine'
import { useNews, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { formatDecline, formatMyQuestionStatus } from './my-question-text.ts'

export const useSpokenQuestions = (): void => {
  const { t } = usePhoneText()
  const mine = useView(({ myQuestions }) => myQuestions)
  const inSession = useView(({ session }) => isInSession(session.phase))
  useNews(mine, (before) => {
    const previous = new Map(before.map((one) => [one.id, one]))
    for (const one of mine) {
      const earlier = previous.get(one.id)
      if (earlier && !isWithdrawn(one) && hasChanged(earlier, one))
        screenReader.say(
          isDeclined(one) && one.reason !== null
            ? joinTexts([formatDecline(t, inSession, one.reason), one.text])
            : t('pair.colon', { first: formatMyQuestionStatus(t, one), second: one.text }),
          one.id,
        )
    }
  })
}

const hasChanged = (before: MyQuestion, now: MyQuestion): boolean =>
  before.status !== now.status || before.answer !== now.answer || before.mergedInto !== now.mergedInto || before.text !== now.text
