/** Near the thumb: one main button, and less important ones below it. */

import { RefusalMessage } from '../../widgets/refusal-message.tsx'
import styles from './my-floor.module.css'
import { type MyStatus, type QueuedStatus, useSubject } from './my-status.ts'
import { PositionActions } from './position/position-actions.tsx'
import { CancelRequestButton } from './position/status-cards.tsx'
import { AnswerButton } from './position/subject.tsx'
import { HoldButton, ReadyButton, ReturnButton, WithdrawButton } from './requests/actions.tsx'
import { MoreRequests } from './requests/more-requests.tsx'
import { RequestAgainButton, RequestButton } from './requests/request.tsx'
import { TopicField } from './requests/topic-field.tsx'
import { WaitingActs } from './requests/waiting-act.tsx'

export const PrimaryActions = ({ status }: { status: MyStatus }) => (
  <>
    <RefusalMessage area="own-request" />
    <WaitingActs />
    <Buttons status={status} />
  </>
)

const Buttons = ({ status }: { status: MyStatus }) => {
  switch (status.kind) {
    case 'idle':
    case 'removed':
      return (
        <>
          <RequestButton />
          <MoreRequests />
        </>
      )
    case 'pending':
      return <CancelRequestButton pending={status.pending} />
    case 'on-hold':
      return (
        <>
          <ReturnButton entry={status.entry} />
          <MoreRequests>
            <WithdrawButton entry={status.entry} />
          </MoreRequests>
        </>
      )
    case 'next':
    case 'queued':
      return <Waiting status={status} />
    case 'joint':
      return <MoreRequests />
    case 'spoke':
      return (
        <>
          <RequestAgainButton />
          <MoreRequests />
        </>
      )
    case 'planned':
    case 'closed':
    case 'not-reached':
    case 'called':
    case 'floor':
    case 'interrupted':
      return null
    default:
      status satisfies never
      return null
  }
}

/** "I am ready" is the main button as soon as my turn is near. A change of my request is answered first. */
const Waiting = ({ status }: { status: QueuedStatus }) => {
  const { entry, ahead, notice } = status
  const subject = useSubject(status)
  return (
    <>
      {subject === notice ? <AnswerButton status={status} /> : ahead <= 1 ? <ReadyButton entry={entry} /> : null}
      <div className={styles.row}>
        {subject === 'topic' ? <WithdrawButton entry={entry} /> : <HoldButton id={entry.id} />}
        <MoreRequests>
          <TopicField entry={entry} />
          <PositionActions status={status} />
          {subject === 'topic' ? <HoldButton id={entry.id} /> : <WithdrawButton entry={entry} />}
        </MoreRequests>
      </div>
    </>
  )
}
