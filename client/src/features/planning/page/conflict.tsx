/** Somebody else has saved meanwhile: what they changed is shown before either plan is given up. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { type Difference, differencesOf } from '../model/differences.ts'
import type { Draft } from '../model/draft.ts'
import { fieldName, valueWords } from '../plan-text.ts'
import styles from '../planning.module.css'

type ConflictProps = {
  conflict: { readonly before: Draft; readonly now: Draft }
  onSettle: (choice: 'mine' | 'theirs' | 'later') => void
}

export const PlanConflict = ({ conflict: { before, now }, onSettle }: ConflictProps) => {
  const { t } = useText()
  const differences = differencesOf(before, now)
  return (
    <ModalDialog open title={t('home.plan.conflict')} onClose={() => onSettle('later')}>
      <p>{t('home.plan.conflictHelp')}</p>
      <ul className={styles.differences}>
        {differences.map((difference) => (
          <li key={`${difference.part} ${difference.of} ${difference.field}`}>
            <DifferenceWords difference={difference} />
          </li>
        ))}
      </ul>
      <OverlayActions>
        <Button look="primary" onClick={() => onSettle('later')}>
          {t('home.plan.keepEditing')}
        </Button>
        <Button onClick={() => onSettle('mine')}>{t('home.plan.saveMine')}</Button>
        <Button look="danger" onClick={() => onSettle('theirs')}>
          {t('home.plan.takeTheirs')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const DifferenceWords = ({ difference: { of, field, before, now } }: { difference: Difference }) => {
  const { t } = useText()
  if (before === null) return t('home.plan.added', { what: now ?? '' })
  if (now === null) return t('home.plan.removed', { what: before })
  const name = fieldName(t, field)
  return t('home.plan.changed', {
    what: of === null ? name : t('home.plan.of', { of, field: name }),
    before: valueWords(t, field, before),
    now: valueWords(t, field, now),
  })
}
