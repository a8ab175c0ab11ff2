/** What can be done with my own request while it waits. */

import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { useState } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { MainButton } from '../../../ui/primary-button.tsx'
import { sendingWords } from '../../../widgets/pending-text.ts'
import styles from '../my-floor.module.css'

type Look = 'plain' | 'quiet'

/** "Not now" and "Withdraw"; withdrawing is asked twice, in the same place, since the place is lost with it. */
export const WaitActions = ({ entry: { id, held }, look = 'plain' }: { entry: MyEntry; look?: Look }) => {
  const { t } = useText()
  const send = useSend()
  const [asking, ask] = useState(false)
  const busy = [usePending('queue.hold'), usePending('queue.withdraw'), usePending('queue.return')].some(Boolean)
  if (asking) {
    return (
      <div className={styles.confirm}>
        <p role="status">{t('me.withdrawAsk')}</p>
        <div className="pair">
          <Button onClick={() => ask(false)}>{t('me.keep')}</Button>
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
      <Button look={look === 'quiet' ? 'quiet' : 'danger'} block={held} disabled={busy} onClick={() => ask(true)}>
        {t('me.withdraw')}
      </Button>
    </div>
  )
}

export const ReadyButton = ({ entry: { id, ready } }: { entry: MyEntry }) => {
  const { t } = useText()
  const send = useSend()
  const pending = usePending('queue.ready')
  return (
    <MainButton
      icon="check"
      disabled={ready || pending !== undefined}
      onPress={() => void send({ type: 'queue.ready', data: { entry: id } })}
    >
      {pending ? sendingWords(t, pending) : t(ready ? 'me.isReady' : 'me.ready')}
    </MainButton>
  )
}

export const ReturnButton = ({ entry: { id } }: { entry: MyEntry }) => {
  const { t } = useText()
  const send = useSend()
  const pending = usePending('queue.return')
  return (
    <MainButton icon="undo" disabled={pending !== undefined} onPress={() => void send({ type: 'queue.return', data: { entry: id } })}>
      {pending ? sendingWords(t, pending) : t('me.return')}
    </MainButton>
  )
}
