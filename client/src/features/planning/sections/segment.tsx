/** One segment: its kind, its duration and, behind "More", rarely used fields. */
import type { SegmentKind } from '@rostrum/shared/contract/plan'
import { type KeyboardEvent, useId, useState } from 'react'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PlanArea, PlanCheck, PlanNumber, PlanSelect, PlanText } from '../fields/fields.tsx'
import { RowActions } from '../fields/row-actions.tsx'
import { PlanTime } from '../fields/time.tsx'
import type { SegmentDraft } from '../model/draft.ts'
import { updateSegment } from '../model/draft-edits.ts'
import { getEndZonedTime } from '../model/end-time.ts'
import { isZone } from '../model/zoned-time.ts'
import { getDraftSegmentName, kindMessages } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { PlanSpeakers } from './speakers.tsx'

type PlanSegmentProps = {
  form: PlanForm
  segment: SegmentDraft
  index: number
  startsAt: number | null
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const segmentKinds = Object.keys(kindMessages) as readonly SegmentKind[]

export const PlanSegment = ({ form, segment, index, startsAt: begins, onMove, onRemove }: PlanSegmentProps) => {
  const { t } = useText()
  const { key, kind, title, minutes, question } = segment
  const { segments, timeZone } = form.draft
  const place = `segments.${key}`
  const write = (change: Partial<SegmentDraft>) => (draft: PlanForm['draft']) => updateSegment(draft, key, change)
  const name = getDraftSegmentName(t, form.draft, index)
  return (
    <li className={styles.row} data-key={key} onKeyDown={(event) => form.readOnly || moveByKey(event, onMove)}>
      <p className={styles.begins}>
        <span className="sr">{t('home.plan.begins')} </span>
        <span className="num">{begins === null || !isZone(timeZone) ? '–' : formatTime(begins, timeZone)}</span>
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
            options={segmentKinds.map((value) => ({ value, label: t(kindMessages[value]) }))}
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
        <MoreFields form={form} segment={segment} name={name} />
      </div>
      {form.readOnly ? null : (
        <RowActions name={name} first={index === 0} last={index === segments.length - 1} onMove={onMove} onRemove={onRemove} />
      )}
    </li>
  )
}

/** Alt with an arrow key moves the row, wherever the focus is inside the row. */
const moveByKey = (event: KeyboardEvent, onMove: (by: -1 | 1) => void) => {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
  if (by === null || !event.altKey || event.defaultPrevented) return
  event.preventDefault()
  onMove(by)
}

const MoreFields = ({ form, segment, name }: { form: PlanForm; segment: SegmentDraft; name: string }) => {
  const { t } = useText()
  const id = useId()
  const { key, kind, end, opensList, speakers } = segment
  const [isOpen, setOpen] = useState(kind === 'panel' || speakers.length > 0 || end.time !== '')
  const place = `segments.${key}`
  const hasError = [...form.errors.keys()].some((at) => at === `${place}.endsBy` || at.startsWith(`${place}.speakers`))
  const shown = isOpen || hasError || form.readOnly
  const { begin, timeZone } = form.draft
  return (
    <>
      {form.readOnly ? null : (
        <Button look="quiet" size="inline" expanded={shown} aria-controls={shown ? id : undefined} onClick={() => setOpen(!isOpen)}>
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
            onWrite={(draft, checked) => updateSegment(draft, key, { opensList: checked })}
          />
          <PlanTime
            form={form}
            place={`${place}.endsBy`}
            label={t('home.plan.endsBy')}
            optional={t('app.optional')}
            hint={t('home.plan.endsByHelp')}
            value={end}
            day={getEndZonedTime(begin, end, timeZone).day}
            onWrite={(draft, time) => updateSegment(draft, key, { end: { ...end, ...time } })}
          />
          <PlanSpeakers form={form} segment={segment} />
        </div>
      ) : null}
    </>
  )
}
