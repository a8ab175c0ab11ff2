/** The secretariat's workplaces, with the number of items that wait in each. */
import { sumChannels } from '@rostrum/shared/contract/channels'
import { isInReview } from '@rostrum/shared/contract/question-statuses'
import type { ReactNode } from 'react'
import { OfficersPresent } from '../../features/people/officers/officers-present.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import type { Workplace } from './use-workplace.ts'
import styles from './workplace-nav.module.css'

type WorkplaceNavProps = { offered: readonly Workplace[]; current: Workplace; onChange: (workplace: Workplace) => void }

export const WorkplaceNav = ({ offered, current, onChange }: WorkplaceNavProps) => {
  const { t } = useText()
  const waitingCount = useView(({ order }) => order.length)
  const toReviewCount = useView(({ questions }) => Object.values(questions).filter((row) => row && isInReview(row)).length)
  const presentCount = useView(({ presence }) => sumChannels(presence))
  const items = {
    questions: ['bubble', t('secretariat.questions'), toReviewCount > 0 ? <Chip tone="warn">{toReviewCount}</Chip> : null],
    floor: ['mic', t('secretariat.floor'), <Chip key="count">{waitingCount}</Chip>],
    people: ['users', t('people.title'), <Chip key="count">{presentCount}</Chip>],
    notes: ['note', t('notes.title'), null],
    captions: ['captions', t('captions.title'), null],
  } as const satisfies Readonly<Record<Workplace, readonly [IconName, string, ReactNode]>>
  const renderItem = (id: Workplace, [icon, label, count]: readonly [IconName, string, ReactNode]) => (
    <button key={id} type="button" className={styles.place} aria-current={current === id ? 'page' : undefined} onClick={() => onChange(id)}>
      <Icon name={icon} />
      <span>{label}</span>
      {count}
    </button>
  )
  return (
    <nav className={styles.rail} aria-label={t('secretariat.label')}>
      {offered.map((id) => renderItem(id, items[id]))}
      <a className={classNames(styles.place, styles.apart)} href="/record">
        <Icon name="report" />
        <span>{t('record.open')}</span>
      </a>
      <OfficersPresent className={styles.who} />
    </nav>
  )
}
