/** Sets the subject of a note by hand: the current speaker, the whole segment, a past turn, or a question. */

import { getSubjectKey } from '@rostrum/shared/contract/note-subjects'
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { isSameTarget, type NoteTarget } from '../note-list.ts'
import { getNoteSegmentName, getSubjectName } from '../timeline/subject-name.ts'
import type { NoteSources, TimelineEntry } from '../timeline/timeline-entries.ts'
import styles from './compose.module.css'
import type { NoteComposer } from './use-compose.ts'

type SubjectFieldProps = { composing: NoteComposer; entries: readonly TimelineEntry[]; sources: NoteSources; onChosen: () => void }

export const SubjectField = ({ composing, entries, sources, onChosen }: SubjectFieldProps) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const zone = useView(({ session }) => session.timeZone)
  const { draft, target } = composing
  const formatName = ({ segment, about }: NoteTarget): string =>
    about === null ? getNoteSegmentName(t, plan, segment) : getSubjectName(t, about, sources)
  const formatEntryName = ({ target, turn }: TimelineEntry): string => `${turn ? `${formatTime(turn.at, zone)} ` : ''}${formatName(target)}`
  const chosen = draft.aim === null ? 'speaker' : getSubjectKey(target.about)
  const isInSegment = entries.some((entry) => isSameTarget(entry.target, target))
  const isElsewhere = draft.aim !== null && !isInSegment
  return (
    <div className={styles.aimField}>
      <SelectField
        label={t('notes.aim')}
        hideLabel
        value={isElsewhere ? 'other' : chosen}
        onChange={(key) => {
          const entry = entries.find((one) => one.key === key)
          if (key === 'speaker' || entry) composing.setTarget(entry?.target ?? null)
          onChosen()
        }}
        options={[
          { value: 'speaker', label: t('notes.aim.speaker') },
          ...(isElsewhere ? [{ value: 'other', label: formatName(target) }] : []),
          // The latest entry is the most likely one.
          ...entries.slice(0, 1).map((entry) => ({ value: entry.key, label: formatEntryName(entry) })),
          ...entries
            .slice(1)
            .reverse()
            .map((entry) => ({ value: entry.key, label: formatEntryName(entry) })),
        ]}
      />
    </div>
  )
}
