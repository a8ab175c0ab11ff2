/** The title of the session, its venue, and its start and end by the clock of the venue. */
import type { ComponentType } from 'react'
import { formatFullDay } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { PlanText } from '../fields/fields.tsx'
import { TableFields } from '../fields/table.tsx'
import { PlanTime } from '../fields/time.tsx'
import type { PlanDraft } from '../model/draft.ts'
import { typeInPlan } from '../model/draft-edits.ts'
import { getEndZonedTime } from '../model/end-time.ts'
import { ownFields, sessionFields } from '../plan-fields.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { PlanZone } from './zone.tsx'

export const PlanSession = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  return (
    <Card aria-labelledby="plan-session">
      <CardHead id="plan-session" title={t('home.plan.session')} />
      <div className={styles.body}>
        {Object.entries(blocks).map(([block, Own]) => (
          <div key={block} className={styles.pair}>
            <TableFields form={form} fields={sessionFields} block={block} typed={form.draft} onWrite={typeInPlan} />
            {Own === null ? null : <Own form={form} />}
          </div>
        ))}
      </div>
    </Card>
  )
}

const ZoneAndTimes = ({ form }: { form: PlanForm }) => (
  <>
    <PlanZone form={form} />
    <SessionTimes form={form} />
  </>
)

const SessionTimes = ({ form }: { form: PlanForm }) => {
  const { t, language } = useText()
  const { begin, end, timeZone, place } = form.draft
  const ends = getEndZonedTime(begin, end, timeZone)
  const byClock = t('home.plan.byClock', { place })
  const write = (change: Partial<PlanDraft['begin']>) => (draft: PlanDraft) => ({ ...draft, begin: { ...draft.begin, ...change } })
  return (
    <div className={classNames(styles.three, styles.wide)}>
      <PlanText
        form={form}
        place="day"
        type="date"
        label={t(ownFields.day.label)}
        value={begin.day}
        onWrite={(draft, day) => write({ day })(draft)}
      />
      <PlanTime
        form={form}
        place="startsAt"
        label={t(ownFields.startsAt.label)}
        hint={byClock}
        value={begin}
        day={begin.day}
        onWrite={(draft, time) => write(time)(draft)}
      />
      <PlanTime
        form={form}
        place="endsAt"
        label={t(ownFields.endsAt.label)}
        hint={ends.day === begin.day ? t('home.plan.endsAtHelp') : t('home.plan.onDay', { day: formatFullDay(language.id, ends.day) })}
        value={end}
        day={ends.day}
        onWrite={(draft, time) => ({ ...draft, end: { ...draft.end, ...time } })}
      />
    </div>
  )
}

/** The blocks in the order of the page, each with its fields that have a component of their own. */
const blocks: Readonly<Record<(typeof sessionFields)[keyof typeof sessionFields]['block'], ComponentType<{ form: PlanForm }> | null>> = {
  title: null,
  names: null,
  place: ZoneAndTimes,
  about: null,
  cancelled: null,
}
