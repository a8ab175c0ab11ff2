/** What I can do with my own request while it waits. */

import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { useState } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { getPendingText } from '../../../widgets/pending-text.ts'
import styles from '../my-floor.module.css'

type ActionLook = 'plain' | 'quiet'

/** "Not now" and "Withdraw". Withdrawing needs a second press in the same place, because the position is lost. */
export const RequestActions = ({ entry: { id, held }, look = 'plain' }: { entry: MyEntry; look?: ActionLook }) => {
  const { t } = useText()
  const send = useSend('own-request')
  const [confirming, setConfirming] = useState(false)
  const busy = [usePending('queue.hold'), usePending('queue.withdraw'), usePending('queue.return')].some(Boolean)
  if (confirming) {
    return (
      <div className={styles.confirm}>
        <p role="status">{t('me.withdrawAsk')}</p>
        <div className="pair">
          <Button onClick={() => setConfirming(false)}>{t('me.keep')}</Button>
          <Button look="danger" disabled={busy} onClick={() => void send({ type: 'queue.withdraw', data: { entry: id } })}>
            {t('me.withdraw')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={held ? undefined : 'pair'}>
      {held ? null : (
        <Button look={look} disabled={busy} onClick={() => void send({ type: 'queue.hold', data: { entry: id } })}>
          {t('me.notNow')}
        </Button>
      )}
      <Button look={look === 'quiet' ? 'quiet' : 'danger'} block={held} disabled={busy} onClick={() => setConfirming(true)}>
        {t('me.withdraw')}
      </Button>
    </div>
  )
}

export const ReadyButton = ({ entry: { id, ready } }: { entry: MyEntry }) => {
  const { t } = useText()
  const send = useSend('own-request')
  const pending = usePending('queue.ready')
  return (
    <PrimaryButton
      icon="check"
      disabled={ready || pending !== undefined}
      onPress={() => void send({ type: 'queue.ready', data: { entry: id } })}
    >
      {pending ? getPendingText(t, pending) : t(ready ? 'me.isReady' : 'me.ready')}
    </PrimaryButton>
  )
}

export const ReturnButton = ({ entry: { id } }: { entry: MyEntry }) => {
  const { t } = useText()
  const send = useSend('own-request')
  const pending = usePending('queue.return')
  return (
    <PrimaryButton icon="undo" disabled={pending !== undefined} onPress={() => void send({ type: 'queue.return', data: { entry: id } })}>
      {pending ? getPendingText(t, pending) : t('me.return')}
    </PrimaryButton>
  )
}
