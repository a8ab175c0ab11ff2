/** Near the thumb: one main button, and less important ones below it. */

import type { MyStatus, QueuedStatus } from '../../features/my-floor/my-status.ts'
import { PositionActions } from '../../features/my-floor/position/position-actions.tsx'
import { CancelRequestButton } from '../../features/my-floor/position/status-cards.tsx'
import { ReadyButton, RequestActions, ReturnButton } from '../../features/my-floor/requests/actions.tsx'
import { MoreRequests } from '../../features/my-floor/requests/more-requests.tsx'
import { RequestAgainButton, RequestButton } from '../../features/my-floor/requests/request.tsx'
import { TopicField } from '../../features/my-floor/requests/topic-field.tsx'
import { Identity } from '../../features/people/own/identity.tsx'
import { RefusalMessage } from '../../widgets/refusal-message.tsx'

export const PrimaryActions = ({ status }: { status: MyStatus }) => (
  <>
    <RefusalMessage area="own-request" />
    <Buttons status={status} />
  </>
)

const Buttons = ({ status }: { status: MyStatus }) => {
  switch (status.kind) {
    case 'idle':
      return (
        <>
          <Identity />
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
          <RequestActions entry={status.entry} look="quiet" />
          <MoreRequests folded />
        </>
      )
    case 'next':
    case 'queued':
      return status.ahead <= 1 ? <Soon status={status} /> : <Waiting status={status} />
    case 'joint':
      return <MoreRequests />
    case 'spoke':
      return (
        <>
          <RequestAgainButton />
          <MoreRequests />
        </>
      )
    default:
      return null
  }
}

/** While "I am ready" is the main button, the other actions are folded. */
const Soon = ({ status }: { status: QueuedStatus }) => (
  <>
    <ReadyButton entry={status.entry} />
    <RequestActions entry={status.entry} look="quiet" />
    <MoreRequests folded>
      <PositionActions status={status} look="quiet" />
    </MoreRequests>
  </>
)

const Waiting = ({ status }: { status: QueuedStatus }) => (
  <>
    <TopicField entry={status.entry} />
    <PositionActions status={status} />
    <RequestActions entry={status.entry} />
    <MoreRequests />
  </>
)
