/** Near the thumb: one main button, and less important ones below it. */

import type { MyStatus, QueuedStatus } from '../../features/my-floor/my-status.ts'
import { PositionActions } from '../../features/my-floor/position/position-actions.tsx'
import { CancelRequestButton } from '../../features/my-floor/position/status-cards.tsx'
import { HoldButton, ReadyButton, RequestActions, ReturnButton } from '../../features/my-floor/requests/actions.tsx'
import { MoreRequests } from '../../features/my-floor/requests/more-requests.tsx'
import { RequestAgainButton, RequestButton } from '../../features/my-floor/requests/request.tsx'
import { TopicField } from '../../features/my-floor/requests/topic-field.tsx'
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
          <RequestActions entry={status.entry} more={<MoreRequests />} />
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
    default:
      return null
  }
}

/** "I am ready" is the main button as soon as my turn is near. */
const Waiting = ({ status }: { status: QueuedStatus }) => (
  <>
    {status.ahead <= 1 ? <ReadyButton entry={status.entry} /> : null}
    <RequestActions
      entry={status.entry}
      more={
        <MoreRequests>
          <TopicField entry={status.entry} />
          <HoldButton id={status.entry.id} />
          <PositionActions status={status} />
        </MoreRequests>
      }
    />
  </>
)
