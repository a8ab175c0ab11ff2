/** One part of the agenda: what it is, how long it takes, and, behind "More", what few parts have. */
import type { SegmentKind } from '@rostrum/shared/contract/plan'
import { type KeyboardEvent, useId, useState } from 'react'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PlanArea, PlanCheck, PlanNumber, PlanSelect, PlanText } from '../fields/fields.tsx'
import { RowActs } from '../fields/row-actions.tsx'
import { PlanTime } from '../fields/time.tsx'
import type { SegmentDraft } from '../model/draft.ts'
import { segmentChanged } from '../model/draft-edits.ts'
import { endClock } from '../model/end-time.ts'
import { isZone } from '../model/zoned-time.ts'
import { kindWords, segmentName } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { PlanSpeakers } from './speakers.tsx'

type SegmentProps = {
  form: PlanForm
  segment: SegmentDraft
  index: number
  begins: number | null
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const kinds = Object.keys(kindWords) as readonly SegmentKind[]

export const PlanSegment = ({ form, segment, index, begins, onMove, onRemove }: SegmentProps) => {
  const { t } = useText()
  const { key, kind, title, minutes, question } = segment
  const { segments, timeZone } = form.draft
  const place = `segments.${key}`
  const write = (change: Partial<SegmentDraft>) => (draft: PlanForm['draft']) => segmentChanged(draft, key, change)
  const name = segmentName(t, form.draft, index)
  return (
    <li className={styles.row} data-key={key} onKeyDown={(event) => form.fixed || moveByKey(event, onMove)}>
      <p className={styles.begins}>
        <span className="sr">{t('home.plan.begins')} </span>
        <span className="num">{begins === null || !isZone(timeZone) ? '–' : timeOfDay(begins, timeZone)}</span>
      </p>
      <div className={styles.fields}>
        <div className={styles.segment}>
          <PlanText
            form={form}
            place={`${place}.title`}
            label={t('home.name')}
            value={title}
            onWrite={(draft, typed) => write({ title: typed })(draft)}
          />
          <PlanSelect
            form={form}
            place={`${place}.kind`}
            label={t('home.plan.kind')}
            value={kind}
            onWrite={(draft, chosen) => write({ kind: chosen as SegmentKind })(draft)}
            options={kinds.map((value) => ({ value, label: t(kindWords[value]) }))}
          />
          <PlanNumber
            form={form}
            place={`${place}.minutes`}
            label={t('home.plan.minutes')}
            inputMode="decimal"
            value={minutes}
            onWrite={(draft, typed) => write({ minutes: typed })(draft)}
          />
        </div>
        {kind === 'topic' || question !== '' ? (
          <PlanArea
            form={form}
            place={`${place}.question`}
            label={t('home.plan.question')}
            optional={t('app.optional')}
            rows={3}
            value={question}
            onWrite={(draft, typed) => write({ question: typed })(draft)}
          />
        ) : null}
        <More form={form} segment={segment} name={name} />
      </div>
      {form.fixed ? null : (
        <RowActs name={name} first={index === 0} last={index === segments.length - 1} onMove={onMove} onRemove={onRemove} />
      )}
    </li>
  )
}

/** Alt with an arrow moves the row, wherever in it the focus is. */
const moveByKey = (event: KeyboardEvent, onMove: (by: -1 | 1) => void) => {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
  if (by === null || !event.altKey || event.defaultPrevented) return
  event.preventDefault()
  onMove(by)
}

const More = ({ form, segment, name }: { form: PlanForm; segment: SegmentDraft; name: string }) => {
  const { t } = useText()
  const id = useId()
  const { key, kind, end, opensList, speakers } = segment
  const [opened, open] = useState(kind === 'panel' || speakers.length > 0 || end.time !== '')
  const place = `segments.${key}`
  const faulty = [...form.faults.keys()].some((at) => at === `${place}.endsBy` || at.startsWith(`${place}.speakers`))
  const shown = opened || faulty || form.fixed
  const { begin, timeZone } = form.draft
  return (
    <>
      {form.fixed ? null : (
        <Button
          look="quiet"
          size="inline"
          iconEnd={shown ? 'up' : 'down'}
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          onClick={() => open(!opened)}
        >
          {t('home.plan.more')}
          <span className="sr"> {name}</span>
        </Button>
      )}
      {shown ? (
        <div id={id} className={styles.more}>
          <PlanCheck
            form={form}
            place={`${place}.opensList`}
            label={t('home.plan.opensList')}
            note={t('home.plan.opensListNote')}
            value={opensList}
            onWrite={(draft, checked) => segmentChanged(draft, key, { opensList: checked })}
          />
          <PlanTime
            form={form}
            place={`${place}.endsBy`}
            label={t('home.plan.endsBy')}
            optional={t('app.optional')}
            hint={t('home.plan.endsByHelp')}
            value={end}
            day={endClock(begin, end, timeZone).day}
            onWrite={(draft, time) => segmentChanged(draft, key, { end: { ...end, ...time } })}
          />
          <PlanSpeakers form={form} segment={segment} />
        </div>
      ) : null}
    </>
  )
}
