/** Queue, questions and balance in one panel, one at a time, if three columns do not fit. */
import { type ReactNode, useState } from 'react'
import { QuestionsCard } from '../../features/questions/chair/questions-card.tsx'
import { BalanceCard } from '../../features/queue/balance/balance-card.tsx'
import { QueueCard } from '../../features/queue/list/queue-card.tsx'
import { SenseCard, useIsSenseActive } from '../../features/sense/staff/sense-card.tsx'
import { NotReachedCard } from '../../features/statements/secretariat/not-reached-card.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { TabPanel, Tabs } from '../../ui/tabs.tsx'
import styles from './chair.module.css'

type Panel = 'list' | 'questions' | 'balance' | 'sense'

type SidePanelsProps = { onCallLast: () => void; onReview: () => void; whenEmpty: ReactNode }

export const SidePanels = ({ onCallLast, onReview, whenEmpty }: SidePanelsProps) => {
  const { t } = useText()
  const [chosen, show] = useState<Panel>('list')
  const isSenseActive = useIsSenseActive()
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const waitingCount = useView(({ order }) => order.length)
  const openQuestionCount = useView(({ questions }) => Object.values(questions).filter((row) => row?.status === 'approved').length)
  const panel = chosen === 'sense' && !isSenseActive ? 'list' : chosen
  return (
    <div className={styles.listen}>
      <Tabs
        name="listen"
        label={t('app.panels')}
        current={panel}
        onChange={show}
        tabs={[
          isClosed
            ? { id: 'list', label: t('statements.secretariat.title') }
            : { id: 'list', label: t('queue.title'), count: waitingCount },
          { id: 'questions', label: t('questions.title'), count: openQuestionCount },
          { id: 'balance', label: t('balance.title') },
          ...(isSenseActive ? [{ id: 'sense' as const, label: t('sense.title') }] : []),
        ]}
      />
      <TabPanel name="listen" id={panel} className={styles.panel}>
        {panel === 'list' && isClosed ? <NotReachedCard className={styles.inside} /> : null}
        {panel === 'list' && !isClosed ? (
          <QueueCard variant="chair" className={styles.inside} titled={false} onCallLast={onCallLast} whenEmpty={whenEmpty} />
        ) : null}
        {panel === 'questions' ? <QuestionsCard className={styles.inside} onReview={onReview} /> : null}
        {panel === 'sense' ? <SenseCard className={styles.inside} /> : null}
        {panel === 'balance' ? <BalanceCard className={styles.inside} /> : null}
      </TabPanel>
    </div>
  )
}
