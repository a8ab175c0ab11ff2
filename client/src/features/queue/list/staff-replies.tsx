/** Rights of reply above the queue, without the numbers of the queue, and the Chair's decision to take them all first. */
import { useRef, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { listHeldEntries } from '../../../widgets/held-entries.ts'
import styles from '../queue.module.css'
import { QueueRow } from './queue-row.tsx'
import type { QueueRowActions } from './row-actions.ts'
import { type OpenRowDialog, RowDialog } from './row-dialog.tsx'
import { useRowKeys } from './use-row-keys.ts'

export const StaffReplies = () => {
  const { t } = useText()
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const { next, repliesFirst } = useView(({ queue: list }) => list)
  const [openedDialog, setOpenedDialog] = useState<OpenRowDialog | null>(null)
  const [actions] = useState<QueueRowActions>(() => ({
    openDialog: (what, entry) => setOpenedDialog({ action: what, entry }),
    move: () => undefined,
  }))
  const list = useRef<HTMLOListElement>(null)
  const ids = [...replies, ...listHeldEntries(entries, 'replies').map(({ id }) => id)]
  const { tabStop, handlers } = useRowKeys(list, ids)
  if (ids.length === 0) return null
  return (
    <section className={styles.replies} aria-label={t('queue.replies', { n: replies.length })}>
      <div className={styles.repliesHead}>
        <h3 tabIndex={-1}>{t('queue.replies', { n: replies.length })}</h3>
        <TakeRepliesButton waiting={replies.length} />
      </div>
      <ol ref={list} aria-label={t('queue.replies', { n: replies.length })} {...handlers}>
        {ids.map((id, index) => {
          const row = entries[id]
          const isWaiting = index < replies.length
          return row ? (
            <QueueRow
              key={id}
              id={id}
              row={row}
              number={null}
              rank={index + 1}
              count={ids.length}
              cause={t('queue.labelAnd', {
                label: t('queue.kind.right-of-reply'),
                where: t(!isWaiting ? 'queue.cause.held' : repliesFirst ? 'queue.repliesFirst' : 'queue.repliesLast'),
              })}
              isNext={id === next}
              isTabStop={id === tabStop}
              actions={actions}
            />
          ) : null
        })}
      </ol>
      {openedDialog === null ? null : <RowDialog open={openedDialog} onClose={() => setOpenedDialog(null)} />}
    </section>
  )
}

/** Without this decision they come after the queue. */
const TakeRepliesButton = ({ waiting }: { waiting: number }) => {
  const { t } = useText()
  const send = useSend('queue')
  const repliesFirst = useView(({ queue }) => queue.repliesFirst)
  const over = useView(({ session }) => session.phase === 'closed')
  const sending = usePending('queue.advance-replies') !== undefined
  if (waiting === 0 || over || repliesFirst) return null
  return (
    <Button disabled={sending} onClick={() => void send({ type: 'queue.advance-replies', data: {} })}>
      {t('queue.repliesNow', { n: waiting })}
    </Button>
  )
}
