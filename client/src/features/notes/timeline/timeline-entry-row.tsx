/** One turn, one question or the part as a whole, with its points. */
import { groupIn, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { lengthText, timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import pointStyles from '../edit/note-row.module.css'
import { type PointActs, PointRow } from '../edit/note-row.tsx'
import styles from '../notes.module.css'
import type { Turn } from '../turns.ts'
import { partName, questionName } from './subject-name.ts'
import type { Entry } from './timeline-entries.ts'

type EntryProps = { entry: Entry; speaks: boolean; onAim: () => void; acts: PointActs }

export const EntryRow = ({ entry, speaks, onAim, acts }: EntryProps) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const questions = useView((view) => view.questions)
  const zone = useView(({ session }) => session.timeZone)
  const { turn, question, target, points } = entry
  const row = question === null ? undefined : questions[question]
  const name =
    question !== null
      ? questionName(t, row?.number)
      : target.about === null
        ? t('notes.whole', { part: partName(t, plan, target.segment) })
        : (turn?.by?.entity ?? t('notes.earlier'))
  return (
    <li className={styles.entry} data-entry={entry.key}>
      <span className={styles.time}>{turn ? <time className="num">{timeOfDay(turn.at, zone)}</time> : null}</span>
      <div>
        <div className={styles.by}>
          <h3>
            <bdi>{name}</bdi>
          </h3>
          {turn ? <Speaker by={turn.by ?? row?.from ?? null} /> : row?.from ? <Speaker by={row.from} /> : null}
          <span className={styles.end}>
            {speaks ? <Chip tone="good">{t(question === null ? 'notes.speaksNow' : 'notes.answersNow')}</Chip> : null}
            {!speaks && turn?.used != null ? <span className="num muted">{lengthText(turn.used)}</span> : null}
            <Button look="quiet" size="small" muted bare icon="plus" aria-label={t('notes.addHere', { what: name })} onClick={onAim} />
          </span>
        </div>
        {row ? (
          <p className={styles.asked} dir="auto">
            {row.text}
          </p>
        ) : null}
        {points.length === 0 ? null : (
          <ul className={pointStyles.points}>
            {points.map((point) => (
              <PointRow key={point.id} point={point} acts={acts} />
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

const Speaker = ({ by }: { by: Turn['by'] }) => {
  const { t } = useText()
  const groups = useGroups()
  if (by === null) return null
  const group = groupIn(groups, by.group)
  return (
    <span className={styles.from}>
      {group ? <GroupMark mark={group.mark}>{groupName(t, group)}</GroupMark> : null}
      <Channel from={by.channel}>{t(`channel.${by.channel}`)}</Channel>
    </span>
  )
}
