/** The actions on my own request while it waits. */

import type { MyEntry, myRequests } from '@rostrum/shared/projection/queue/mine'
import { usePending, useSend } from '../../../session/hooks.tsx'
import type { PhoneKey } from '../../../text/catalogue.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { AskedButton } from '../../../widgets/asked-button.tsx'
import { PendingText } from '../../../widgets/pending-text.tsx'

export type ActionLook = 'plain' | 'quiet'

const useIsChanging = () => [usePending('queue.hold'), usePending('queue.withdraw'), usePending('queue.return')].some(Boolean)

/** Where a request of mine waits. */
type Place = keyof typeof myRequests

/** Only in the order is there a place that is lost. */
const withdrawalWords = {
  order: { ask: 'me.withdrawAsk', keep: 'me.stay', done: 'say.withdrawn' },
  replies: { ask: 'me.withdrawReplyAsk', keep: 'me.doNotWithdraw', done: 'say.replyWithdrawn' },
  pointsOfOrder: { ask: 'me.withdrawPointAsk', keep: 'me.doNotWithdraw', done: 'say.pointWithdrawn' },
} as const satisfies Readonly<Record<Place, Readonly<Record<'ask' | 'keep' | 'done', PhoneKey>>>>

type WithdrawButtonProps = { entry: Pick<MyEntry, 'id'>; from?: Place; look?: ActionLook }

/** It asks first, in the words of the list from which the request goes. */
export const WithdrawButton = ({ entry: { id }, from = 'order', look = 'plain' }: WithdrawButtonProps) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const words = withdrawalWords[from]
  const withdraw = () =>
    void send({ type: 'queue.withdraw', data: { entry: id } }).then(({ ok }) => ok && screenReader.say(t(words.done), 'outcome'))
  return (
    <AskedButton
      look={look === 'quiet' ? 'quiet' : 'danger'}
      disabled={useIsChanging()}
      question={t(words.ask)}
      act={t('me.withdraw')}
      keep={t(words.keep)}
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
