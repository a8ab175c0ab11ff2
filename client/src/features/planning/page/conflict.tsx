/** Somebody else has saved in the meantime. Their changes are shown before either plan is discarded. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { comparePlans, type PlanDifference } from '../model/differences.ts'
import type { PlanDraft } from '../model/draft.ts'
import { getPlaceText, getValueText } from '../plan-text.ts'
import styles from '../planning.module.css'

type PlanConflictProps = {
  conflict: { readonly before: PlanDraft; readonly now: PlanDraft }
  onChoose: (choice: 'mine' | 'theirs' | 'later') => void
}

export const PlanConflict = ({ conflict, onChoose }: PlanConflictProps) => {
  const { t } = useText()
  const differences = comparePlans(conflict.before, conflict.now)
  return (
    <ModalDialog open title={t('home.plan.conflict')} onClose={() => onChoose('later')}>
      <p>{t('home.plan.conflictHelp')}</p>
      <ul className={styles.differences}>
        {differences.map((difference) => (
          <li key={`${difference.part} ${difference.of} ${difference.field}`}>
            <DifferenceText difference={difference} draft={conflict.now} />
          </li>
        ))}
      </ul>
      <OverlayActions>
        <Button look="primary" onClick={() => onChoose('later')}>
          {t('home.plan.keepEditing')}
        </Button>
        <Button onClick={() => onChoose('mine')}>{t('home.plan.saveMine')}</Button>
        <Button look="danger" onClick={() => onChoose('theirs')}>
          {t('home.plan.takeTheirs')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const DifferenceText = ({ difference, draft }: { difference: PlanDifference; draft: PlanDraft }) => {
  const { t, language } = useText()
  const { of, field, shown, before, now } = difference
  if (before === null) return t('home.plan.added', { what: now ?? '' })
  if (now === null) return t('home.plan.removed', { what: before })
  const name = shown === null ? getPlaceText(t, field, draft) : t(shown.label)
  return t('home.plan.changed', {
    what: of === null ? name : t('home.plan.of', { of, field: name }),
    before: getValueText(t, language, shown, before),
    now: getValueText(t, language, shown, now),
  })
}
