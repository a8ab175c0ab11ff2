/** A dialog before the session closes: whose turn ends, who and which questions are not reached, and what happens next. */
import { interrupts } from '@rostrum/shared/contract/kinds'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import { type ReactNode, useMemo } from 'react'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { getSkippedText } from '../../../widgets/segment-name.ts'
import { useShortNames } from '../../../widgets/waiting-names.ts'
import styles from './close-dialog.module.css'
import { listNotReached, listOpenQuestions } from './not-reached-at-close.ts'

export const CloseDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const send = useSend('controls')
  const turn = useView(({ floor }) => floor.current)
  const isOpen = useView(({ session }) => session.phase === 'open')
  const speaks = turn !== null && turn.startedAt !== null
  const mayFinish = speaks && isOpen && !interrupts(turn.kind)
  return (
    <ModalDialog open title={t('session.closeAsk')} onClose={onClose}>
      <p className="muted">{t('close.final')}</p>
      <div className={styles.parts}>
        {turn === null ? null : (
          <Part title={t(speaks ? 'close.cut' : 'close.called')} grave>
            <Speaker />
            {mayFinish ? (
              <Button
                look="primary"
                onClick={() => {
                  void send({ type: 'floor.intend', data: { turn: turn.id, act: { kind: 'close' } } })
                  onClose()
                }}
              >
                {t('close.finish')}
              </Button>
            ) : null}
          </Part>
        )}
        <UndecidedSense />
        <Topics />
        <People />
        <Questions />
        <Part title={t('close.next')}>
          <p>{t('close.nextNote')}</p>
        </Part>
      </div>
      <OverlayActions>
        <Button
          look={mayFinish ? 'plain' : turn ? 'urgent' : 'primary'}
          onClick={() => {
            void send({ type: 'session.close', data: {} })
            onClose()
          }}
        >
          {t(speaks ? 'close.now' : 'session.close')}
        </Button>
        <Button onClick={onClose}>{t('close.stay')}</Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const Part = ({ title, grave = false, children }: { title: string; grave?: boolean; children: ReactNode }) => (
  <section className={grave ? `${styles.part} ${styles.grave}` : styles.part}>
    <h3>{title}</h3>
    {children}
  </section>
)

const Speaker = () => {
  const { t, rich } = useText()
  const turn = useView(({ floor }) => floor.current)
  const now = useNow(1000)
  if (!turn) return null
  const who = turn.speaker?.entity ?? t('give.panel')
  const left = computeRemaining(turn, now)
  return <p>{left > 0 ? rich('close.left', { who, left: formatDuration(left) }) : rich('close.over', { who })}</p>
}

/** Nothing if no result waits for the decision of the Chair. */
const UndecidedSense = () => {
  const { t } = useText()
  const isUndecided = useView(({ prompt }) => prompt?.status === 'closed')
  return isUndecided ? (
    <Part title={t('close.sense')} grave>
      <p>{t('close.senseNote')}</p>
    </Part>
  ) : null
}

/** Nothing if every topic was taken. */
const Topics = () => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const skipped = getSkippedText(t, { plan, progress }, null)
  return skipped === '' ? null : (
    <Part title={t('close.topics')}>
      <p>{skipped}</p>
    </Part>
  )
}

const People = () => {
  const { t } = useText()
  const entries = useView((view) => view.entries)
  const order = useView((view) => view.order)
  const floor = useView((view) => view.floor)
  const notReached = useView((view) => view.notReached)
  const people = useMemo(() => listNotReached({ entries, order, floor, notReached }), [entries, order, floor, notReached])
  const list = useShortNames(people.map(({ name }) => name))
  const replies = people.filter(({ isReply }) => isReply).length
  const absent = people.filter(({ wasAbsent }) => wasAbsent).length
  return (
    <Part title={t('close.people', { n: people.length })}>
      {people.length === 0 ? null : (
        <>
          <p>{list}</p>
          {absent === 0 ? null : <p className="muted">{t('close.absent', { n: absent })}</p>}
          {replies === 0 ? null : <p className="muted">{t('close.replies', { n: replies })}</p>}
          <p className="muted">{t('close.asked')}</p>
        </>
      )}
    </Part>
  )
}

/** A question has a number once it has been published. One that is only to be read has no answer yet. */
const Questions = () => {
  const { t } = useText()
  const questions = useView((view) => view.questions)
  const floor = useView((view) => view.floor)
  const open = useMemo(() => listOpenQuestions({ questions, floor }), [questions, floor])
  const labels = open.flatMap(({ number }) => (number > 0 ? [formatQuestionLabel(t, number)] : []))
  const list = useShortNames(labels)
  const unreviewed = open.length - labels.length
  return (
    <Part title={t('close.questions', { n: open.length })}>
      {labels.length === 0 ? null : <p>{list}</p>}
      {unreviewed === 0 ? null : <p>{t('close.unreviewed', { n: unreviewed })}</p>}
      {open.length === 0 ? null : <p className="muted">{t('close.questionsNote')}</p>}
    </Part>
  )
}
