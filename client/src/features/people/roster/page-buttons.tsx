/** Turns the pages of the roster. */
import type { RosterPage } from '@rostrum/shared/api/people'
import { isolateNumber } from '../../../text/isolation.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './people.module.css'

/** If the current page no longer exists, "previous" leads to the last page. */
export const PageButtons = ({ roster: { page, pages, total }, onTurn }: { roster: RosterPage; onTurn: (page: number) => void }) => {
  const { t } = useText()
  if (pages <= 1 && page <= 1) return null
  return (
    <p className={styles.pages}>
      <Button size="small" disabled={page <= 1} onClick={() => onTurn(Math.min(page - 1, pages))}>
        {t('people.before')}
      </Button>
      <span role="status">{t('people.page', { page: isolateNumber(`${page}/${pages}`), total })}</span>
      <Button size="small" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t('people.after')}
      </Button>
    </p>
  )
}
