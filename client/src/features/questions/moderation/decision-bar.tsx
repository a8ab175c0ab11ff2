/** The decision below the text: what the state of the question allows, and the way on to the next. */
import { useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { isUndecided, type Listed } from '../question-lists.ts'
import type { Draft } from './drafts.ts'
import { FloorInstead } from './move-to-queue.tsx'
import styles from './review.module.css'
import { useEdit } from './use-question-edit.ts'
import type { Reviewing } from './use-review.ts'

type DecideProps = {
  row: Listed
  draft: Draft | null
  onDraft: (draft: Draft | null) => void
  busy: boolean
  reviewing: Reviewing
}

export const Decide = ({ row, draft, onDraft, busy, reviewing }: DecideProps) => {
  const { t } = useText()
  const send = useSend()
  const edit = useEdit(row, draft, onDraft)
  const question = { question: row.id }
  if (isUndecided(row)) {
    // What is on the page is what is published: an edit is saved first, and where it is not taken nothing is approved.
    const approve = async () => {
      if (edit === null || (await edit.save())) reviewing.decide({ type: 'questions.approve', data: question })
    }
    const outdated = draft !== null && draft.base !== row.text
    return (
      <div className={styles.decide}>
        <Button
          look="primary"
          icon="check"
          data-decides="approve"
          disabled={busy || outdated || edit?.fits === false}
          onClick={() => void approve()}
        >
          {t(edit === null ? 'questions.approve' : 'questions.desk.saveApprove')}
        </Button>
        {row.status === 'pending' ? (
          <Button data-decides="hold" disabled={busy} onClick={() => reviewing.decide({ type: 'questions.hold', data: question })}>
            {t('questions.hold')}
          </Button>
        ) : null}
        <FloorInstead key={row.id} row={row} busy={busy} reviewing={reviewing} />
      </div>
    )
  }
  return (
    <div className={styles.decide}>
      <Button look="primary" iconEnd="next" onClick={reviewing.goOn}>
        {t('questions.desk.goOn')}
      </Button>
      {row.status === 'declined' ? (
        <Button disabled={busy} onClick={() => void send({ type: 'questions.reopen', data: question })}>
          {t('questions.desk.reopen')}
        </Button>
      ) : null}
      {row.status === 'merged' ? (
        <Button disabled={busy} onClick={() => void send({ type: 'questions.unmerge', data: question })}>
          {t('questions.desk.separate')}
        </Button>
      ) : null}
      <FloorInstead key={row.id} row={row} busy={busy} reviewing={reviewing} />
    </div>
  )
}
