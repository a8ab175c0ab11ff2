/** A time by the clock of the place. Where the clocks go back over it there are two of it, and one is chosen. */
import { useId } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Segmented } from '../../../ui/segmented-control.tsx'
import type { Draft } from '../model/draft.ts'
import { isTwice } from '../model/zoned-time.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { PlanNumber } from './fields.tsx'

type Time = { readonly time: string; readonly again: boolean }

type TimeProps = {
  form: PlanForm
  place: string
  label: string
  optional?: string | undefined
  hint?: string | undefined
  value: Time
  /** The day on which it falls. */
  day: string
  onWrite: (draft: Draft, time: Time) => Draft
}

export const PlanTime = ({ form, place, label, optional, hint, value: { time, again }, day, onWrite }: TimeProps) => {
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
        onWrite={(draft, typed) => onWrite(draft, { time: typed, again })}
      />
      {isTwice({ day, time }, form.draft.timeZone) ? (
        <div className={styles.stack}>
          <span id={id}>{t('home.plan.twice')}</span>
          <Segmented
            labelledBy={id}
            value={again ? 'second' : 'first'}
            onChange={(chosen: 'first' | 'second') => form.change(place, (draft) => onWrite(draft, { time, again: chosen === 'second' }))}
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
