/** The note-takers' workplace: the entries of each segment with their notes, and the field for the next note. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { PanellistView } from '@rostrum/shared/projection/people'
import { type ReactNode, useMemo, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { TabPanel, Tabs } from '../../../ui/tabs.tsx'
import { Name } from '../../../ui/written.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { Compose, type ComposeHandle } from '../compose/compose.tsx'
import { withRemovedNotes } from '../edit/edits.ts'
import { useEdits } from '../edit/use-edits.ts'
import { useRemoval } from '../edit/use-removal.ts'
import { countBySegment, getTurnTarget, listNotes } from '../note-list.ts'
import styles from '../notes.module.css'
import { SummaryCard } from '../summary/summary-card.tsx'
import { EntryList } from '../timeline/entry-list.tsx'
import { getNoteSegmentName } from '../timeline/subject-name.ts'
import { buildTimeline, findTurn, listStatements } from '../timeline/timeline-entries.ts'
import { useNoteTurns } from '../timeline/use-note-turns.ts'
import { useSegment } from '../timeline/use-segment.ts'

/** The tab for content without a segment needs an id too. */
const noSegment = 'none'
const noPanellists: readonly PanellistView[] = []

/** `children`: content that the surface adds at the side. */
export const NotesWorkplace = ({ children }: { children?: ReactNode }) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const questions = useView((view) => view.questions)
  const filed = useView((view) => view.statements)
  const panellists = useView((view) => view.panellists ?? noPanellists)
  const notes = useView((view) => view.notes)
  const pending = useSessionStore((screen) => screen.pending)
  const { turns, now: currentTurn } = useNoteTurns()
  const editing = useEdits()
  const leaving = useRemoval()
  const { segment, show } = useSegment()
  const points = useMemo(() => listNotes(notes, pending), [notes, pending])
  const there = useMemo(() => new Set<string>(points.map(({ id }) => id)), [points])
  const shownNotes = useMemo(() => withRemovedNotes(points, editing.edits), [points, editing.edits])
  const sources = useMemo(
    () => ({ turns, questions, statements: listStatements(filed), panellists }),
    [turns, questions, filed, panellists],
  )
  const entries = useMemo(() => buildTimeline(segment, { ...sources, notes: shownNotes }), [segment, sources, shownNotes])
  const speaker = findTurn(turns, currentTurn)
  const speakerTarget = useMemo(() => (speaker ? getTurnTarget(speaker) : { segment: segment, about: null }), [speaker, segment])
  const compose = useRef<ComposeHandle>(null)
  const counts = countBySegment(points)
  const ids: readonly (SegmentId | null)[] = [...plan.map(({ id }) => id), ...(counts.has(null) || segment === null ? [null] : [])]
  return (
    <div className={styles.workplace}>
      <Card className={styles.main} aria-labelledby="notes-title">
        <h2 className="sr" id="notes-title">
          {t('notes.title')}
        </h2>
        <Tabs
          name="notes"
          label={t('notes.parts')}
          current={segment ?? noSegment}
          onChange={(id) => show(id === noSegment ? null : (id as SegmentId))}
          tabs={ids.map((id) => ({ id: id ?? noSegment, label: <Name>{getNoteSegmentName(t, plan, id)}</Name>, count: counts.get(id) }))}
        />
        <TabPanel name="notes" id={segment ?? noSegment} className={styles.panel}>
          <EntryList
            entries={entries}
            currentTurn={speaker ?? null}
            onAddNote={(target) => compose.current?.setTarget(target)}
            actions={{ editing, removal: leaving, presentIds: there, points, sources }}
          />
        </TabPanel>
        <RefusalMessage area="note-remove" />
        <Compose ref={compose} speakerTarget={speakerTarget} sources={sources} entries={entries} />
      </Card>
      <div className={styles.side}>
        <SummaryCard listedNotes={points} sources={sources} />
        {children}
      </div>
    </div>
  )
}
