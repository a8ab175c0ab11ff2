/** Sets the subject of a note by hand: the current speaker, the whole segment, a past turn, or a question. */
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { getSubjectKey, isSameTarget } from '../note-list.ts'
import { getNoteSegmentName, getQuestionName } from '../timeline/subject-name.ts'
import type { TimelineEntry } from '../timeline/timeline-entries.ts'
import type { NoteTurn } from '../turns.ts'
import styles from './compose.module.css'
import type { NoteComposer } from './use-compose.ts'

type SubjectFieldProps = { composing: NoteComposer; entries: readonly TimelineEntry[]; turns: readonly NoteTurn[]; onChosen: () => void }

export const SubjectField = ({ composing, entries, turns, onChosen }: SubjectFieldProps) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const questions = useView((view) => view.questions)
  const zone = useView(({ session }) => session.timeZone)
  const { draft, target } = composing
  const formatEntryName = ({ target: { segment }, turn, question }: TimelineEntry): string => {
    const time = turn ? `${formatTime(turn.at, zone)} ` : ''
    if (question !== null) return `${time}${getQuestionName(t, questions[question]?.number)}`
    if (turn === null) return getNoteSegmentName(t, plan, segment)
    return `${time}${turn.speaker?.entity ?? t('notes.earlier')}`
  }
  const chosen = draft.aim === null ? 'speaker' : getSubjectKey(target.about)
  const isInSegment = entries.some((entry) => isSameTarget(entry.target, target))
  const isElsewhere = draft.aim !== null && !isInSegment
  const other = turns.find(({ id }) => target.about?.kind === 'turn' && target.about.turn === id)
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
          ...(isElsewhere ? [{ value: 'other', label: other?.speaker?.entity ?? getNoteSegmentName(t, plan, target.segment) }] : []),
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
