/** One turn, one question or the whole segment, with its notes. */
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { formatDuration, formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import { ToConfirmChip } from '../../../widgets/to-confirm.tsx'
import pointStyles from '../edit/note-row.module.css'
import { type NoteActions, NoteRow } from '../edit/note-row.tsx'
import styles from '../notes.module.css'
import type { NoteTurn } from '../turns.ts'
import { getNoteSegmentName, getSubjectName } from './subject-name.ts'
import { findNoteAnswerer, type TimelineEntry } from './timeline-entries.ts'

type EntryRowProps = { entry: TimelineEntry; isSpeaking: boolean; onAddNote: () => void; actions: NoteActions }

export const TimelineEntryRow = ({ entry, isSpeaking, onAddNote, actions }: EntryRowProps) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const zone = useView(({ session }) => session.timeZone)
  const { turn, statement, target, points } = entry
  const { about, segment } = target
  const asked = about?.kind === 'question' ? actions.sources.questions[about.question] : undefined
  const name = about === null ? t('notes.whole', { part: getNoteSegmentName(t, plan, segment) }) : getSubjectName(t, about, actions.sources)
  const answerer = about?.kind === 'answer-to' ? findNoteAnswerer(actions.sources, about.question) : null
  const by = statement ?? answerer ?? (about?.kind === 'question' ? asked?.from : turn?.speaker)
  const at = turn?.at ?? statement?.filedAt
  return (
    <li className={styles.entry} data-entry={entry.key}>
      <span className={styles.time}>{at === undefined ? null : <time className="num">{formatTime(at, zone)}</time>}</span>
      <div>
        <div className={styles.by}>
          <h3>
            <Name>{name}</Name>
          </h3>
          <SpeakerLabel by={by ?? null} />
          <span className={styles.end}>
            {isSpeaking ? <Chip tone="good">{t('notes.speaksNow')}</Chip> : null}
            {!isSpeaking && about?.kind !== 'question' && turn?.used != null ? (
              <span className="num muted">{formatDuration(turn.used)}</span>
            ) : null}
            <Button look="quiet" size="small" muted bare icon="plus" aria-label={t('notes.addHere', { what: name })} onClick={onAddNote} />
          </span>
        </div>
        {asked ? <Written className={styles.asked}>{asked.text}</Written> : null}
        {points.length === 0 ? null : (
          <ul className={pointStyles.points}>
            {points.map((point) => (
              <NoteRow key={point.id} note={point} actions={actions} />
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

const SpeakerLabel = ({ by }: { by: NoteTurn['speaker'] }) => {
  const { t } = useText()
  const groups = useGroups()
  if (by === null) return null
  const group = findGroup(groups, by.group)
  return (
    <span className={styles.from}>
      {group ? <GroupMark mark={group.mark}>{getGroupName(t, group)}</GroupMark> : null}
      <ChannelLabel from={by.channel} />
      <ToConfirmChip of={by} />
    </span>
  )
}
