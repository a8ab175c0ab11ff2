/** One turn, one question or the whole segment, with its notes. */
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { formatDuration, formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChannelLabel } from '../../../ui/channel-label.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import pointStyles from '../edit/note-row.module.css'
import { type NoteActions, NoteRow } from '../edit/note-row.tsx'
import styles from '../notes.module.css'
import type { NoteTurn } from '../turns.ts'
import { getNoteSegmentName, getQuestionName } from './subject-name.ts'
import type { TimelineEntry } from './timeline-entries.ts'

type EntryRowProps = { entry: TimelineEntry; isSpeaking: boolean; onAddNote: () => void; actions: NoteActions }

export const TimelineEntryRow = ({ entry, isSpeaking, onAddNote, actions }: EntryRowProps) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const questions = useView((view) => view.questions)
  const zone = useView(({ session }) => session.timeZone)
  const { turn, question, target, points } = entry
  const row = question === null ? undefined : questions[question]
  const name =
    question !== null
      ? getQuestionName(t, row?.number)
      : target.about === null
        ? t('notes.whole', { part: getNoteSegmentName(t, plan, target.segment) })
        : (turn?.speaker?.entity ?? t('notes.earlier'))
  return (
    <li className={styles.entry} data-entry={entry.key}>
      <span className={styles.time}>{turn ? <time className="num">{formatTime(turn.at, zone)}</time> : null}</span>
      <div>
        <div className={styles.by}>
          <h3>
            <Name>{name}</Name>
          </h3>
          {turn ? <SpeakerLabel by={turn.speaker ?? row?.from ?? null} /> : row?.from ? <SpeakerLabel by={row.from} /> : null}
          <span className={styles.end}>
            {isSpeaking ? <Chip tone="good">{t(question === null ? 'notes.speaksNow' : 'notes.answersNow')}</Chip> : null}
            {!isSpeaking && turn?.used != null ? <span className="num muted">{formatDuration(turn.used)}</span> : null}
            <Button look="quiet" size="small" muted bare icon="plus" aria-label={t('notes.addHere', { what: name })} onClick={onAddNote} />
          </span>
        </div>
        {row ? <Written className={styles.asked}>{row.text}</Written> : null}
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
      <ChannelLabel from={by.channel}>{t(`channel.${by.channel}`)}</ChannelLabel>
    </span>
  )
}
