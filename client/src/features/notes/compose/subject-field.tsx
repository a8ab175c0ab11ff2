/** Whom a point is for, chosen by hand: whoever speaks, the part as a whole, a turn that is over, or a question. */
import { useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { keyOf, sameTarget } from '../note-list.ts'
import { partName, questionName } from '../timeline/subject-name.ts'
import type { Entry } from '../timeline/timeline-entries.ts'
import type { Turn } from '../turns.ts'
import styles from './compose.module.css'
import type { Composing } from './use-compose.ts'

type AimProps = { composing: Composing; entries: readonly Entry[]; turns: readonly Turn[]; onAimed: () => void }

export const AimField = ({ composing, entries, turns, onAimed }: AimProps) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const questions = useView((view) => view.questions)
  const zone = useView(({ session }) => session.timeZone)
  const { draft, target } = composing
  const named = ({ target: { segment }, turn, question }: Entry): string => {
    const time = turn ? `${timeOfDay(turn.at, zone)} ` : ''
    if (question !== null) return `${time}${questionName(t, questions[question]?.number)}`
    if (turn === null) return partName(t, plan, segment)
    return `${time}${turn.by?.entity ?? t('notes.earlier')}`
  }
  const chosen = draft.aim === null ? 'speaker' : keyOf(target.about)
  const here = entries.some((entry) => sameTarget(entry.target, target))
  const aboutOther = draft.aim !== null && !here
  const other = turns.find(({ id }) => target.about?.kind === 'turn' && target.about.turn === id)
  return (
    <div className={styles.aimField}>
      <SelectField
        label={t('notes.aim')}
        hideLabel
        value={aboutOther ? 'other' : chosen}
        onChange={(key) => {
          const entry = entries.find((one) => one.key === key)
          if (key === 'speaker' || entry) composing.aim(entry?.target ?? null)
          onAimed()
        }}
        options={[
          { value: 'speaker', label: t('notes.aim.speaker') },
          ...(aboutOther ? [{ value: 'other', label: other?.by?.entity ?? partName(t, plan, target.segment) }] : []),
          // The latest is the likeliest.
          ...entries.slice(0, 1).map((entry) => ({ value: entry.key, label: named(entry) })),
          ...entries
            .slice(1)
            .reverse()
            .map((entry) => ({ value: entry.key, label: named(entry) })),
        ]}
      />
    </div>
  )
}
