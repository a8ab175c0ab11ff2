/** The last decision on a question, by whom and when, so that a second moderator learns of it. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import { isInReview, isWithdrawn } from '@rostrum/shared/contract/question-statuses'
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useAreaRefusal } from '../../../session/refusal-claims.ts'
import { useSessionStore } from '../../../session/store.ts'
import type { Translate } from '../../../text/messages.ts'
import { getRefusalText } from '../../../text/refusal-text.ts'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { type OfficerName, useOfficerName } from '../../../widgets/officers.ts'
import type { ListedQuestion } from '../question-lists.ts'
import styles from './review.module.css'

/** "Approved by the secretariat, 12:04:10", or null if nobody has decided yet. */
export const formatLastAction = (
  t: Translate,
  row: Pick<ListedQuestion, 'status' | 'staff'>,
  zone: string,
  getOfficer: OfficerName,
): string | null => {
  if (isWithdrawn(row)) return t('questions.moderation.withdrawn')
  const lastAction = row.staff?.lastAction
  if (!lastAction) return null
  return t(`questions.moderation.did.${lastAction.action}`, {
    who: getOfficer(lastAction.by, 'by'),
    time: formatExactTime(lastAction.at, zone),
  })
}

/** True if this screen has sent a command about this question that is not answered yet. */
export const useIsQuestionPending = (id: QuestionId): boolean =>
  useSessionStore(({ pending }) =>
    pending.some(({ envelope: { type, data } }) => type.startsWith('questions.') && 'question' in data && data.question === id),
  )

/** Not shown while the user's own decision is pending, because the change is most likely their own. */
export const LastActionText = ({ row }: { row: ListedQuestion }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const getOfficer = useOfficerName()
  const sending = useIsQuestionPending(row.id)
  const text = formatLastAction(t, row, zone, getOfficer)
  useSpokenChange(row.id, text, sending)
  if (text === null || sending) return null
  return (
    <p className={styles.hint} data-over={!isInReview(row) || undefined}>
      <Icon name={isInReview(row) ? 'clock' : 'check'} />
      <span>{text}</span>
    </p>
  )
}

/** Speaks a change by somebody else while the user looks at the question. */
const useSpokenChange = (id: QuestionId, text: string | null, sending: boolean): void => {
  const previous = useRef({ id, text })
  useEffect(() => {
    const { id: of, text: before } = previous.current
    previous.current = { id, text }
    if (of === id && text !== before && text !== null && !sending) screenReader.say(text, 'review')
  }, [id, text, sending])
}

/** Explains why the last decision on this question was refused. If somebody else decided first, it names them and the time. */
export const DecisionRefusal = ({ row }: { row: ListedQuestion }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const getOfficer = useOfficerName()
  const refusal = useAreaRefusal(
    'question-review',
    ({ pending: { envelope } }) => 'question' in envelope.data && envelope.data.question === row.id,
  )
  if (refusal === null) return null
  const did = refusal.reason === 'wrong-status' ? formatLastAction(t, row, zone, getOfficer) : null
  return <RefusalText text={did === null ? getRefusalText(t, refusal.reason) : t('questions.moderation.notDone', { did })} />
}
