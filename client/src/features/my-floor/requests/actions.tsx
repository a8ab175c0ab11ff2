/** The actions on my own request while it waits. */

import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { AskedButton } from '../../../widgets/asked-button.tsx'
import { PendingText } from '../../../widgets/pending-text.tsx'

export type ActionLook = 'plain' | 'quiet'

const useIsChanging = () => [usePending('queue.hold'), usePending('queue.withdraw'), usePending('queue.return')].some(Boolean)

/** It asks first, because the position is lost. */
export const WithdrawButton = ({ entry: { id }, look = 'plain' }: { entry: Pick<MyEntry, 'id'>; look?: ActionLook }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const withdraw = () =>
    void send({ type: 'queue.withdraw', data: { entry: id } }).then(({ ok }) => ok && screenReader.say(t('say.withdrawn'), 'outcome'))
  return (
    <AskedButton
      look={look === 'quiet' ? 'quiet' : 'danger'}
      disabled={useIsChanging()}
      question={t('me.withdrawAsk')}
      act={t('me.withdraw')}
      keep={t('me.stay')}
      onAct={withdraw}
    >
      {t('me.withdraw')}
    </AskedButton>
  )
}

/** The request keeps its time and leaves the order until its owner comes back. It asks first, because others may take the place. */
export const HoldButton = ({ id, look = 'plain' }: { id: MyEntry['id']; look?: ActionLook }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  return (
    <AskedButton
      look={look}
      disabled={useIsChanging()}
      question={t('me.heldHelp')}
      act={t('me.notNow')}
      keep={t('me.stay')}
      onAct={() => void send({ type: 'queue.hold', data: { entry: id } })}
    >
      {t('me.notNow')}
    </AskedButton>
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
