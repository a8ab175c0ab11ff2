/** Rights of reply under the list: who waits, and the Chair's decision to take them before the rest. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useRef, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import styles from '../queue.module.css'
import { QueueRow } from './queue-row.tsx'
import type { RowActs } from './row-actions.ts'
import { type Asked, RowDialog } from './row-dialog.tsx'
import { useRowKeys } from './use-row-keys.ts'

export const StaffReplies = () => {
  const { t } = useText()
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const next = useView(({ list }) => list.next)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [acts] = useState<RowActs>(() => ({ ask: (what, entry) => setAsked({ what, entry }), move: () => undefined }))
  const list = useRef<HTMLOListElement>(null)
  const { stopIn, handlers } = useRowKeys(list, {})
  const held = (Object.keys(entries) as EntryId[]).filter((id) => entries[id]?.kind === 'right-of-reply' && entries[id]?.desk?.held)
  const ids = [...replies, ...held]
  if (ids.length === 0) return null
  const stop = stopIn(ids)
  return (
    <section className={styles.replies} aria-label={t('queue.replies', { n: replies.length })}>
      <header className={styles.repliesHead}>
        <h3 tabIndex={-1}>{t('queue.replies', { n: replies.length })}</h3>
        <TakeNow waiting={replies.length} />
      </header>
      <ol ref={list} aria-label={t('queue.replies', { n: replies.length })} {...handlers}>
        {ids.map((id, index) => {
          const row = entries[id]
          const waits = index < replies.length
          return row ? (
            <QueueRow
              key={id}
              id={id}
              row={row}
              number={waits ? index + 1 : null}
              index={null}
              why={t(waits ? 'queue.why.reply' : 'queue.why.held')}
              next={id === next}
              stop={id === stop}
              acts={acts}
            />
          ) : null
        })}
      </ol>
      {asked === null ? null : <RowDialog asked={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

/** Without it they come when the list is through. */
const TakeNow = ({ waiting }: { waiting: number }) => {
  const { t } = useText()
  const send = useSend()
  const first = useView(({ list }) => list.repliesFirst)
  const over = useView(({ session }) => session.phase === 'closed')
  const sending = usePending('queue.advance-replies') !== undefined
  if (waiting === 0 || over) return null
  if (first) return <Chip tone="accent">{t('queue.repliesFirst')}</Chip>
  return (
    <>
      <span className="muted">{t('queue.repliesLast')}</span>
      <Button size="small" disabled={sending} onClick={() => void send({ type: 'queue.advance-replies', data: {} })}>
        {t('queue.repliesNow')}
      </Button>
    </>
  )
}
