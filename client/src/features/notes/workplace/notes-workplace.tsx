/** The note-takers' workplace: what was said, part by part, the points under it, and the field in which the next one is written. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { type ReactNode, useMemo, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useScreen } from '../../../session/store.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { TabPanel, Tabs } from '../../../ui/tabs.tsx'
import { type Aiming, Compose } from '../compose/compose.tsx'
import { withLost } from '../edit/edits.ts'
import { useEdits } from '../edit/use-edits.ts'
import { useLeaving } from '../edit/use-removal.ts'
import { countsIn, pointsIn, targetOf } from '../note-list.ts'
import styles from '../notes.module.css'
import { Refusal } from '../refusal.tsx'
import { SoFarCard } from '../summary/summary-card.tsx'
import { EntryList } from '../timeline/entry-list.tsx'
import { partName } from '../timeline/subject-name.ts'
import { entriesOf, turnIn } from '../timeline/timeline-entries.ts'
import { useTurns } from '../timeline/use-note-turns.ts'
import { useShownPart } from '../timeline/use-segment.ts'

/** Tabs need a name also for what belongs to no part. */
const apart = 'none'

/** `children`: what else the view puts at the side. */
export const NotesDesk = ({ children }: { children?: ReactNode }) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const questions = useView((view) => view.questions)
  const notes = useView((view) => view.notes)
  const pending = useScreen((screen) => screen.pending)
  const { turns, now } = useTurns()
  const editing = useEdits()
  const leaving = useLeaving()
  const { part, show } = useShownPart()
  const points = useMemo(() => pointsIn(notes, pending), [notes, pending])
  const there = useMemo(() => new Set<string>(points.map(({ id }) => id)), [points])
  const listed = useMemo(() => withLost(points, editing.all), [points, editing.all])
  const entries = useMemo(() => entriesOf(part, { turns, questions, points: listed }), [part, turns, questions, listed])
  const speaker = turnIn(turns, now)
  const speaking = useMemo(() => (speaker ? targetOf(speaker) : { segment: part, about: null }), [speaker, part])
  const compose = useRef<Aiming>(null)
  const counts = countsIn(points)
  const ids: readonly (SegmentId | null)[] = [...plan.map(({ id }) => id), ...(counts.has(null) || part === null ? [null] : [])]
  return (
    <div className={styles.desk}>
      <Card className={styles.main} aria-labelledby="notes-title">
        <h2 className="sr" id="notes-title">
          {t('notes.title')}
        </h2>
        <Tabs
          name="notes"
          label={t('notes.parts')}
          current={part ?? apart}
          onChange={(id) => show(id === apart ? null : (id as SegmentId))}
          tabs={ids.map((id) => ({ id: id ?? apart, label: <bdi>{partName(t, plan, id)}</bdi>, count: counts.get(id) }))}
        />
        <TabPanel name="notes" id={part ?? apart} className={styles.panel}>
          <EntryList
            entries={entries}
            now={speaker ?? null}
            onAim={(target) => compose.current?.aim(target)}
            acts={{ editing, leaving, there }}
          />
        </TabPanel>
        <Refusal of={['notes.remove']} />
        <Compose ref={compose} speaking={speaking} turns={turns} entries={entries} />
      </Card>
      <div className={styles.side}>
        <SoFarCard points={points} turns={turns} />
        {children}
      </div>
    </div>
  )
}
