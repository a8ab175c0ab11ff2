/** The title of the session, its venue, and its start and end by the clock of the venue. */

import { formatFullDay } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { PlanArea, PlanText } from '../fields/fields.tsx'
import { PlanTime } from '../fields/time.tsx'
import type { PlanDraft } from '../model/draft.ts'
import { getEndZonedTime } from '../model/end-time.ts'
import { fieldMessages } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { PlanZone } from './zone.tsx'

type TextFieldName = 'title' | 'short' | 'series' | 'host' | 'venue' | 'place'
const optionalFields: ReadonlySet<TextFieldName> = new Set<TextFieldName>(['short', 'series', 'host', 'venue'])
const hints = { short: 'home.plan.shortHelp', place: 'home.plan.placeHelp' } as const

export const PlanSession = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  const { draft } = form
  const makeTextField = (field: TextFieldName) => (
    <PlanText
      key={field}
      form={form}
      place={field}
      label={t(fieldMessages[field])}
      optional={optionalFields.has(field) ? t('app.optional') : undefined}
      hint={field === 'short' || field === 'place' ? t(hints[field]) : undefined}
      value={draft[field]}
      onWrite={(before, typed) => ({ ...before, [field]: typed })}
    />
  )
  const makeLinkField = (field: 'meeting' | 'captions', hint: string) => (
    <PlanText
      form={form}
      place={`links.${field}`}
      type="url"
      label={t(fieldMessages[field])}
      optional={t('app.optional')}
      hint={hint}
      dir="ltr"
      value={draft[field]}
      onWrite={(before, typed) => ({ ...before, [field]: typed })}
    />
  )
  return (
    <Card aria-labelledby="plan-session">
      <CardHead id="plan-session" title={t('home.plan.session')} />
      <div className={styles.body}>
        {makeTextField('title')}
        <div className={styles.pair}>{(['short', 'series', 'host', 'venue'] as const).map(makeTextField)}</div>
        <div className={styles.pair}>
          {makeTextField('place')}
          <PlanZone form={form} />
        </div>
        <SessionTimes form={form} />
        <PlanArea
          form={form}
          place="about"
          label={t('home.plan.about')}
          optional={t('app.optional')}
          rows={4}
          value={draft.about}
          onWrite={(before, typed) => ({ ...before, about: typed })}
        />
        {makeLinkField('meeting', t('home.plan.meetingHelp'))}
        {makeLinkField('captions', t('home.plan.captionsHelp'))}
      </div>
    </Card>
  )
}

const SessionTimes = ({ form }: { form: PlanForm }) => {
  const { t, language } = useText()
  const { begin, end, timeZone, place } = form.draft
  const ends = getEndZonedTime(begin, end, timeZone)
  const byClock = t('home.plan.byClock', { place })
  const write = (change: Partial<PlanDraft['begin']>) => (draft: PlanDraft) => ({ ...draft, begin: { ...draft.begin, ...change } })
  return (
    <div className={styles.three}>
      <PlanText
        form={form}
        place="day"
        type="date"
        label={t('home.day')}
        value={begin.day}
        onWrite={(draft, day) => write({ day })(draft)}
      />
      <PlanTime
        form={form}
        place="startsAt"
        label={t('home.startsAt')}
        hint={byClock}
        value={begin}
        day={begin.day}
        onWrite={(draft, time) => write(time)(draft)}
      />
      <PlanTime
        form={form}
        place="endsAt"
        label={t('home.plan.endsAt')}
        hint={ends.day === begin.day ? t('home.plan.endsAtHelp') : t('home.plan.onDay', { day: formatFullDay(language.id, ends.day) })}
        value={end}
        day={ends.day}
        onWrite={(draft, time) => ({ ...draft, end: { ...draft.end, ...time } })}
      />
    </div>
  )
}
