/** The note-takers' workplace: what was said, part by part, the points under it, and the field in which the next one is written. */
import type { SegmentId } from '@rostrum/shared/kernel/ids'
import { type ReactNode, useMemo, useRef } from 'react'
import { useView } from '../../session/hooks.tsx'
import { useScreen } from '../../session/store.ts'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { TabPanel, Tabs } from '../../ui/tabs.tsx'
import { type Aiming, Compose } from './compose.tsx'
import { withLost } from './edits.ts'
import { entriesOf, turnIn } from './entries.ts'
import { EntryList } from './entry-list.tsx'
import { partName } from './naming.ts'
import styles from './notes.module.css'
import { countsIn, pointsIn, targetOf } from './points.ts'
import { Refusal } from './refusal.tsx'
import { SoFarCard } from './so-far-card.tsx'
import { useEdits } from './use-edits.ts'
import { useLeaving } from './use-leaving.ts'
import { useShownPart } from './use-shown-part.ts'
import { useTurns } from './use-turns.ts'

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
