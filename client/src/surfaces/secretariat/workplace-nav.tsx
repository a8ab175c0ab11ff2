/** The desk's workplaces, with what waits in each. */
import type { ReactNode } from 'react'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import type { Workplace } from './use-workplace.ts'
import styles from './workplace-nav.module.css'

type RailProps = { current: Workplace; onChange: (place: Workplace) => void }

export const Rail = ({ current, onChange }: RailProps) => {
  const { t } = useText()
  const waiting = useView(({ line }) => line.length)
  const review = useView(
    ({ questions }) => Object.values(questions).filter((row) => row?.status === 'pending' || row?.status === 'on-hold').length,
  )
  const present = useView(({ presence }) => presence.room + presence.remote)
  const entry = (id: Workplace, icon: IconName, label: string, count: ReactNode) => (
    <button type="button" className={styles.place} aria-current={current === id ? 'page' : undefined} onClick={() => onChange(id)}>
      <Icon name={icon} />
      <span>{label}</span>
      {count}
    </button>
  )
  return (
    <nav className={styles.rail} aria-label={t('desk.label')}>
      {entry('questions', 'bubble', t('desk.questions'), review > 0 ? <Chip tone="warn">{review}</Chip> : null)}
      {entry('floor', 'mic', t('desk.floor'), <Chip>{waiting}</Chip>)}
      {entry('people', 'users', t('people.title'), <Chip>{present}</Chip>)}
      {entry('notes', 'note', t('notes.title'), null)}
      <a className={classes(styles.place, styles.apart)} href="/record">
        <Icon name="report" />
        <span>{t('record.open')}</span>
      </a>
    </nav>
  )
}
