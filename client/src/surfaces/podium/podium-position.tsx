/** My own position in the panel: when I speak, after whom, and "I am ready". */

import { useCalledBefore, useMyLimit } from '../../features/my-floor/calling-order.ts'
import { MyLanguage } from '../../features/my-floor/language/my-language.tsx'
import type { MyStatus, OwnTurnStatus, QueuedStatus } from '../../features/my-floor/my-status.ts'
import { NextNotice } from '../../features/my-floor/position/near.tsx'
import { AlsoFor, LastTurn, NotOpenCard, StatusText } from '../../features/my-floor/position/status-cards.tsx'
import { Removed } from '../../features/my-floor/position/subject.tsx'
import { useIsLastWord, useTimeWindowText } from '../../features/my-floor/position/use-window.ts'
import { Why } from '../../features/my-floor/position/why.tsx'
import { ReadyButton, ReturnButton } from '../../features/my-floor/requests/actions.tsx'
import { RequestActions } from '../../features/my-floor/requests/request-actions.tsx'
import { WaitingActs } from '../../features/my-floor/requests/waiting-act.tsx'
import { OwnTextButton } from '../../features/my-floor/text/own-text.tsx'
import { useView } from '../../session/hooks.tsx'
import { formatDuration } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalMessage } from '../../widgets/refusal-message.tsx'
import styles from './podium.module.css'

/** Renders nothing while I have the floor, because the floor block shows that. */
export const PodiumPosition = ({ status }: { status: MyStatus }) => {
  const { t } = useText()
  if ('turn' in status) return null
  return (
    <Card padded aria-label={t('me.position')}>
      <Mine status={status} />
      {status.kind === 'closed' || status.kind === 'not-reached' ? null : <OwnTextButton />}
      <RefusalMessage area="own-request" />
      <WaitingActs />
    </Card>
  )
}

const Mine = ({ status }: { status: Exclude<MyStatus, OwnTurnStatus> }) => {
  const { t } = useText()
  switch (status.kind) {
    case 'planned':
      return <NotOpenCard />
    case 'closed':
    case 'not-reached':
      return <StatusText title={t('session.closed')} help={t('me.over')} />
    case 'spoke':
      return <LastTurn pastTurn={status.pastTurn} />
    case 'removed':
      return <Removed reason={status.reason} />
    case 'on-hold':
      return (
        <>
          <StatusText title={t('me.held')} help={t('me.heldHelp')} />
          <AlsoFor entry={status.entry} />
          <ReturnButton entry={status.entry} />
        </>
      )
    case 'next':
    case 'queued':
      return <Waiting status={status} />
    case 'idle':
    case 'pending':
    case 'joint':
      return <StatusText title={t('podium.notListed')} help={t('podium.notListedHelp')} />
    default:
      status satisfies never
      return null
  }
}

const Waiting = ({ status }: { status: QueuedStatus }) => (
  <>
    {status.kind === 'next' ? <NextNotice status={status} /> : <PositionAfter status={status} />}
    <AlsoFor entry={status.entry} />
    {status.kind === 'next' ? null : <Why status={status} brief />}
    <MyLanguage entry={status.entry} />
    <ReadyButton entry={status.entry} />
    <RequestActions entry={status.entry} look="quiet" />
  </>
)

/** "You speak 2nd, after …", the likely time, and the time limit. */
const PositionAfter = ({ status }: { status: QueuedStatus }) => {
  const { t, ordinal } = useText()
  const previousId = useCalledBefore(status.entry.id).at(-1)
  const who = useView(({ entries }) => (previousId === undefined ? undefined : entries[previousId]?.entity))
  const { wait, span } = useTimeWindowText(status.entry.id)
  const isLastWord = useIsLastWord()
  const limit = formatDuration(useMyLimit(status.entry.id))
  const place = ordinal(status.index + 1)
  return (
    <>
      <h2 className={styles.title}>{who === undefined ? t('podium.speak', { place }) : t('podium.speakAfter', { place, who })}</h2>
      {isLastWord ? (
        <p>{t('me.queuedLastWord')}</p>
      ) : (
        <>
          <p>
            <strong>{wait}</strong> {span}
          </p>
          <p className="muted">{t('me.oneHelpRemote', { limit })}</p>
        </>
      )}
    </>
  )
}
