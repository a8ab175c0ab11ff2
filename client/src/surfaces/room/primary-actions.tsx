/** At the thumb: the one button of the moment, and quieter ones below it. */

import type { InLine, Standing } from '../../features/my-floor/my-status.ts'
import { asked } from '../../features/my-floor/own-commands.ts'
import { PlaceActions } from '../../features/my-floor/position/position-actions.tsx'
import { CancelRequest } from '../../features/my-floor/position/status-cards.tsx'
import { Refusal } from '../../features/my-floor/refusal.tsx'
import { ReadyButton, ReturnButton, WaitActions } from '../../features/my-floor/requests/actions.tsx'
import { MoreRequests } from '../../features/my-floor/requests/more-requests.tsx'
import { RequestAgain, RequestButton } from '../../features/my-floor/requests/request.tsx'
import { TopicNote } from '../../features/my-floor/requests/topic-field.tsx'
import { Identity } from '../../features/people/own/identity.tsx'

export const Thumb = ({ standing }: { standing: Standing }) => (
  <>
    <Refusal of={asked} />
    <Buttons standing={standing} />
  </>
)

const Buttons = ({ standing }: { standing: Standing }) => {
  switch (standing.kind) {
    case 'idle':
      return (
        <>
          <Identity />
          <RequestButton />
          <MoreRequests />
        </>
      )
    case 'asking':
      return <CancelRequest pending={standing.pending} />
    case 'held':
      return (
        <>
          <ReturnButton entry={standing.entry} />
          <WaitActions entry={standing.entry} look="quiet" />
          <MoreRequests folded />
        </>
      )
    case 'next':
    case 'queued':
      return standing.ahead <= 1 ? <Soon standing={standing} /> : <Waiting standing={standing} />
    case 'joint':
      return <MoreRequests />
    case 'spoke':
      return (
        <>
          <RequestAgain />
          <MoreRequests />
        </>
      )
    default:
      return null
  }
}

/** Where the one button is that I am ready, the rest is folded. */
const Soon = ({ standing }: { standing: InLine }) => (
  <>
    <ReadyButton entry={standing.entry} />
    <WaitActions entry={standing.entry} look="quiet" />
    <MoreRequests folded>
      <PlaceActions standing={standing} look="quiet" />
    </MoreRequests>
  </>
)

const Waiting = ({ standing }: { standing: InLine }) => (
  <>
    <TopicNote entry={standing.entry} />
    <PlaceActions standing={standing} />
    <WaitActions entry={standing.entry} />
    <MoreRequests />
  </>
)
