/** Questions, the list of speakers and the papers, if there are any, one at a time. */
import { useState } from 'react'
import { EveryPaper } from '../../features/agenda/every-paper.tsx'
import { OutcomeCounts } from '../../features/questions/outcome-counts.tsx'
import { AskInline } from '../../features/questions/participant/ask-form.tsx'
import { MyQuestions } from '../../features/questions/participant/my-questions.tsx'
import { QuestionList } from '../../features/questions/participant/question-list.tsx'
import { PublicList } from '../../features/queue/public/public-list.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { TabPanel, Tabs } from '../../ui/tabs.tsx'
import styles from './remote.module.css'

type Panel = 'questions' | 'list' | 'papers'

export const Panels = () => {
  const { t } = useText()
  const waitingCount = useView(({ order }) => order.length)
  const hasPapers = useView(({ papers }) => papers !== undefined)
  const [chosen, show] = useState<Panel>('questions')
  const panel = chosen === 'papers' && !hasPapers ? 'questions' : chosen
  return (
    <Card className={styles.panels} aria-label={t('app.panels')}>
      <Tabs
        name="remote"
        label={t('app.panels')}
        current={panel}
        onChange={show}
        tabs={[
          { id: 'questions', label: t('questions.title') },
          { id: 'list', label: t('queue.title'), count: waitingCount },
          ...(hasPapers ? [{ id: 'papers', label: t('papers.title') } as const] : []),
        ]}
      />
      <TabPanel
        name="remote"
        id={panel}
        reachable={panel === 'list'}
        className={classNames(styles.panel, panel !== 'questions' && styles.scroll)}
      >
        {panel === 'questions' ? (
          <>
            <AskInline />
            <div className={styles.scroll}>
              <div className={styles.own}>
                <OutcomeCounts />
                <MyQuestions />
              </div>
              <QuestionList />
            </div>
          </>
        ) : panel === 'list' ? (
          <PublicList />
        ) : (
          <EveryPaper />
        )}
      </TabPanel>
    </Card>
  )
}
