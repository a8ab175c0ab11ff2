/** My own right of reply: when it comes, how long it is, and how to withdraw it. It has a list of its own. */
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import type { PhoneKey } from '../../../text/catalogue.ts'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { takesFocus } from '../../../ui/use-kept-focus.ts'
import { useCalledBefore, useMyLimit } from '../calling-order.ts'
import styles from '../my-floor.module.css'
import { WithdrawButton } from './actions.tsx'

/** `ahead`: how many entries are called before it. */
export const getReplyTitle = ({ held }: Pick<MyEntry, 'held'>, ahead: number, repliesFirst: boolean) => {
  if (held) return 'me.replyHeld' satisfies PhoneKey
  if (ahead === 0) return 'me.replyNext' satisfies PhoneKey
  return (repliesFirst ? 'me.replyFirst' : 'me.replyLast') satisfies PhoneKey
}

/** It is called before anything else, and so before my other request. */
export const useReplyIsNext = (): boolean => {
  const reply = useView(({ myQueue: myEntry }) => myEntry.reply)
  const before = useCalledBefore(reply?.id ?? null).length
  return reply !== null && !reply.held && before === 0
}

/** Renders nothing if I have no waiting right of reply. */
export const MyRightOfReply = () => {
  const reply = useView(({ myQueue: myEntry }) => myEntry.reply)
  return reply === null ? null : <WaitingReply reply={reply} />
}

const WaitingReply = ({ reply }: { reply: MyEntry }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const repliesFirst = useView(({ queue }) => queue.repliesFirst)
  const ahead = useCalledBefore(reply.id).length
  const limit = formatSpeakingTime(t, useMyLimit(reply.id, 'right-of-reply'))
  const busy = [usePending('queue.ready'), usePending('queue.return')].some(Boolean)
  const entry = { entry: reply.id }
  return (
    <Card padded aria-label={t('me.reply')}>
      <Chip tone="accent" icon="bubble">
        {t('me.reply')}
      </Chip>
      <h2 {...takesFocus} className={styles.big}>
        {t(getReplyTitle(reply, ahead, repliesFirst))}
      </h2>
      <p className={styles.words}>{reply.held ? t('me.heldHelp') : t('me.replyHelp', { limit })}</p>
      {reply.held ? (
        <Button disabled={busy} icon="undo" onClick={() => void send({ type: 'queue.return', data: entry })}>
          {t('me.return')}
        </Button>
      ) : null}
      {!reply.held && ahead <= 1 ? (
        <Button disabled={busy || reply.ready} icon="check" onClick={() => void send({ type: 'queue.ready', data: entry })}>
          {t(reply.ready ? 'me.isReady' : 'me.ready')}
        </Button>
      ) : null}
      <WithdrawButton entry={reply} from="replies" look="quiet" />
    </Card>
  )
}
