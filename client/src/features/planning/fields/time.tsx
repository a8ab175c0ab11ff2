/** A time by the clock of the session's time zone. If the clocks go back over it, the time exists twice and the user chooses one. */
import { useId } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import type { PlanDraft } from '../model/draft.ts'
import { isAmbiguous } from '../model/zoned-time.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { PlanNumber } from './fields.tsx'

type TypedTime = { readonly time: string; readonly isSecond: boolean }

type PlanTimeProps = {
  form: PlanForm
  place: string
  label: string
  optional?: string | undefined
  hint?: string | undefined
  value: TypedTime
  day: string
  onWrite: (draft: PlanDraft, time: TypedTime) => PlanDraft
}

export const PlanTime = ({ form, place, label, optional, hint, value: { time, isSecond }, day, onWrite }: PlanTimeProps) => {
  const { t } = useText()
  const id = useId()
  return (
    <div className={styles.stack}>
      <PlanNumber
        form={form}
        place={place}
        label={label}
        optional={optional}
        hint={hint}
        value={time}
        onWrite={(draft, typed) => onWrite(draft, { time: typed, isSecond })}
      />
      {isAmbiguous({ day, time }, form.draft.timeZone) ? (
        <div className={styles.stack}>
          <span id={id}>{t('home.plan.twice')}</span>
          <SegmentedControl
            labelledBy={id}
            value={isSecond ? 'second' : 'first'}
            onChange={(chosen: 'first' | 'second') =>
              form.change(place, (draft) => onWrite(draft, { time, isSecond: chosen === 'second' }))
            }
            options={[
              { value: 'first', label: t('home.plan.first') },
              { value: 'second', label: t('home.plan.second') },
            ]}
          />
        </div>
      ) : null}
    </div>
  )
}
