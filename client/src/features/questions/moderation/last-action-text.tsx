/** What was decided on a question, by whom and when: whoever comes second is told. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useScreen } from '../../../session/store.ts'
import type { Speak } from '../../../text/messages.ts'
import { refusalWords } from '../../../text/refusal-text.ts'
import { exactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { isUndecided, type Listed } from '../question-lists.ts'
import styles from './review.module.css'

/** "Approved by the secretariat, 12:04:10"; null where nobody has decided anything yet. */
export const toldWords = (t: Speak, { status, desk }: Pick<Listed, 'status' | 'desk'>, zone: string): string | null => {
  if (status === 'withdrawn') return t('questions.desk.withdrawn')
  const decided = desk?.decided
  if (!decided) return null
  return t(`questions.desk.did.${decided.what}`, { who: t(`questions.desk.by.${decided.role}`), time: exactTime(decided.at, zone) })
}

/** Something about this question was pressed here and has not been answered. */
export const useSendingOf = (id: QuestionId): boolean =>
  useScreen(({ pending }) =>
    pending.some(({ envelope: { type, data } }) => type.startsWith('questions.') && 'question' in data && data.question === id),
  )

/** Nothing is told while one's own decision is on its way: what changes then is most likely that. */
export const Told = ({ row }: { row: Listed }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const sending = useSendingOf(row.id)
  const words = toldWords(t, row, zone)
  useSpoken(row.id, words, sending)
  if (words === null || sending) return null
  return (
    <p className={styles.told} data-over={!isUndecided(row) || undefined}>
      <Icon name={isUndecided(row) ? 'clock' : 'check'} />
      <span>{words}</span>
    </p>
  )
}

/** Spoken where it changes while one looks at the question, and it was somebody else. */
const useSpoken = (id: QuestionId, words: string | null, sending: boolean): void => {
  const known = useRef({ id, words })
  useEffect(() => {
    const { id: of, words: before } = known.current
    known.current = { id, words }
    if (of === id && words !== before && words !== null && !sending) announcements.say(words, 'review')
  }, [id, words, sending])
}

/** Why the last decision on this question was not taken; where somebody else was first, who and when. */
export const NotDone = ({ row }: { row: Listed }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const refused = useScreen((screen) => screen.refused)
  if (refused === null) return null
  const { type, data } = refused.pending.envelope
  if (!type.startsWith('questions.') || !('question' in data) || data.question !== row.id) return null
  const did = refused.why === 'not-decided-here' ? toldWords(t, row, zone) : null
  return <Refusal words={did === null ? refusalWords(t, refused.why) : t('questions.desk.notDone', { did })} />
}
