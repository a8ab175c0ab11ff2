/** Asks before the next person goes first, because nobody can take that back. */
import { useEffect, useRef } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../my-floor.module.css'
import type { QueuedStatus } from '../my-status.ts'
import { findNextInOrder } from './swap-partners.ts'

type LetFirstSheetProps = { readonly status: QueuedStatus; readonly onClose: () => void }

export const LetFirstSheet = ({ status: { entry, index }, onClose }: LetFirstSheetProps) => {
  const { t, ordinal } = useAskedText()
  const send = useSend('own-request')
  const entries = useView((view) => view.entries)
  const after = useView((view) => findNextInOrder(view, index))
  // The question names a person, and the press means that person, even if the order changes meanwhile.
  const asked = useRef(after).current
  const busy = usePending('queue.defer') !== undefined
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  if (asked === null) return null
  const who = entries[asked]?.entity ?? ''
  return (
    <section
      className={styles.sheet}
      aria-label={t('me.letFirstYes')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <p ref={question} tabIndex={-1} className={styles.words}>
        {t('me.letFirstAsk', { who, place: ordinal(index + 2), now: ordinal(index + 1) })}
      </p>
      <Button
        block
        disabled={busy || after !== asked}
        onClick={() =>
          void send({ type: 'queue.defer', data: { entry: entry.id, after: asked } }).then((reply) => {
            if (reply.ok) onClose()
          })
        }
      >
        {t('me.letFirstYes')}
      </Button>
      <Button block onClick={onClose}>
        {t('app.cancel')}
      </Button>
    </section>
  )
}
