/** The secretariat's workplaces, with the number of items that wait in each. */
import type { ReactNode } from 'react'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import type { Workplace } from './use-workplace.ts'
import styles from './workplace-nav.module.css'

type WorkplaceNavProps = { current: Workplace; onChange: (workplace: Workplace) => void }

export const WorkplaceNav = ({ current, onChange }: WorkplaceNavProps) => {
  const { t } = useText()
  const waitingCount = useView(({ order }) => order.length)
  const toReviewCount = useView(
    ({ questions }) => Object.values(questions).filter((row) => row?.status === 'pending' || row?.status === 'on-hold').length,
  )
  const presentCount = useView(({ presence }) => presence.room + presence.remote)
  const renderItem = (id: Workplace, icon: IconName, label: string, count: ReactNode) => (
    <button type="button" className={styles.place} aria-current={current === id ? 'page' : undefined} onClick={() => onChange(id)}>
      <Icon name={icon} />
      <span>{label}</span>
      {count}
    </button>
  )
  return (
    <nav className={styles.rail} aria-label={t('secretariat.label')}>
      {renderItem('questions', 'bubble', t('secretariat.questions'), toReviewCount > 0 ? <Chip tone="warn">{toReviewCount}</Chip> : null)}
      {renderItem('floor', 'mic', t('secretariat.floor'), <Chip>{waitingCount}</Chip>)}
      {renderItem('people', 'users', t('people.title'), <Chip>{presentCount}</Chip>)}
      {renderItem('notes', 'note', t('notes.title'), null)}
      <a className={classNames(styles.place, styles.apart)} href="/record">
        <Icon name="report" />
        <span>{t('record.open')}</span>
      </a>
    </nav>
  )
}
