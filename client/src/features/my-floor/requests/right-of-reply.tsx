/** A right of reply of my own: when it comes, how long it is, taken back. It has a list of its own. */
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import type { Key } from '../../../text/catalogue.ts'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useCalledBefore, useMyLimit } from '../calling-order.ts'
import styles from '../my-floor.module.css'

/** `ahead`: so many are called before it. */
export const replyTitle = ({ held }: Pick<MyEntry, 'held'>, ahead: number, repliesFirst: boolean) => {
  if (held) return 'me.replyHeld' satisfies Key
  if (ahead === 0) return 'me.replyNext' satisfies Key
  return (repliesFirst ? 'me.replyFirst' : 'me.replyLast') satisfies Key
}

/** It is called before anything else, and so before my other request. */
export const useReplyIsNext = (): boolean => {
  const reply = useView(({ myEntry }) => myEntry.reply)
  const before = useCalledBefore(reply?.id ?? null).length
  return reply !== null && !reply.held && before === 0
}

/** Nothing while I have none that waits. */
export const MyReply = () => {
  const reply = useView(({ myEntry }) => myEntry.reply)
  return reply === null ? null : <Waiting reply={reply} />
}

const Waiting = ({ reply }: { reply: MyEntry }) => {
  const { t } = useText()
  const send = useSend()
  const repliesFirst = useView(({ list }) => list.repliesFirst)
  const ahead = useCalledBefore(reply.id).length
  const limit = lengthText(useMyLimit(reply.id, 'right-of-reply'))
  const withdrawing = usePending('queue.withdraw') !== undefined
  const busy = [usePending('queue.ready'), usePending('queue.return')].some(Boolean)
  const entry = { entry: reply.id }
  return (
    <Card padded>
      <div className={styles.between}>
        <Chip tone="accent" icon="bubble">
          {t('me.reply')}
        </Chip>
        <Button look="quiet" size="inline" disabled={withdrawing} onClick={() => void send({ type: 'queue.withdraw', data: entry })}>
          {t('me.withdraw')}
        </Button>
      </div>
      <h2 className={styles.big}>{t(replyTitle(reply, ahead, repliesFirst))}</h2>
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
    </Card>
  )
}
