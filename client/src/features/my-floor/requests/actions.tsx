/** The actions on my own request while it waits. */

import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import type { ReactNode } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { PendingText } from '../../../widgets/pending-text.tsx'
import styles from '../my-floor.module.css'
import { useAsking } from './use-asking.ts'

type ActionLook = 'plain' | 'quiet'

type RequestActionsProps = {
  entry: MyEntry
  look?: ActionLook
  /** Replaces "Not now" next to "Withdraw". */
  more?: ReactNode
}

/** "Withdraw" needs a second press, because the position is lost. */
export const RequestActions = ({ entry: { id, held }, look = 'plain', more }: RequestActionsProps) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const { asking, ask, keep, place } = useAsking()
  const busy = [usePending('queue.hold'), usePending('queue.withdraw'), usePending('queue.return')].some(Boolean)
  if (asking) {
    return (
      <div ref={place} className={styles.confirm}>
        <p tabIndex={-1} data-asking>
          {t('me.withdrawAsk')}
        </p>
        <div className="pair">
          <Button onClick={keep}>{t('me.keep')}</Button>
          <Button look="danger" disabled={busy} onClick={() => void send({ type: 'queue.withdraw', data: { entry: id } })}>
            {t('me.withdraw')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div ref={place} className={held && more === undefined ? undefined : styles.row}>
      {held || more !== undefined ? null : <HoldButton id={id} look={look} />}
      <Button look={look === 'quiet' ? 'quiet' : 'danger'} block data-asking disabled={busy} onClick={ask}>
        {t('me.withdraw')}
      </Button>
      {more}
    </div>
  )
}

/** The request keeps its time and leaves the order until its owner comes back. */
export const HoldButton = ({ id, look = 'plain' }: { id: MyEntry['id']; look?: ActionLook }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const busy = [usePending('queue.hold'), usePending('queue.withdraw'), usePending('queue.return')].some(Boolean)
  return (
    <Button look={look} block disabled={busy} onClick={() => void send({ type: 'queue.hold', data: { entry: id } })}>
      {t('me.notNow')}
    </Button>
  )
}

export const ReadyButton = ({ entry: { id, ready } }: { entry: MyEntry }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const pending = usePending('queue.ready')
  return (
    <PrimaryButton
      icon="check"
      disabled={ready || pending !== undefined}
      onPress={() => void send({ type: 'queue.ready', data: { entry: id } })}
    >
      {pending ? <PendingText pending={pending} /> : t(ready ? 'me.isReady' : 'me.ready')}
    </PrimaryButton>
  )
}

export const ReturnButton = ({ entry: { id } }: { entry: MyEntry }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const pending = usePending('queue.return')
  return (
    <PrimaryButton icon="undo" disabled={pending !== undefined} onPress={() => void send({ type: 'queue.return', data: { entry: id } })}>
      {pending ? <PendingText pending={pending} /> : t('me.return')}
    </PrimaryButton>
  )
}
