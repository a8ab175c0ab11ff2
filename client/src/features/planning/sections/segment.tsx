/** One segment: its kind, its duration and, behind "More", rarely used fields. */
import { segmentKinds, segmentRules } from '@rostrum/shared/contract/segment-kinds'
import { type KeyboardEvent, useId, useState } from 'react'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { RowActions } from '../fields/row-actions.tsx'
import { TableFields } from '../fields/table.tsx'
import { PlanTime } from '../fields/time.tsx'
import type { SegmentDraft } from '../model/draft.ts'
import { updateSegment } from '../model/draft-edits.ts'
import { getEndZonedTime } from '../model/end-time.ts'
import { isZone } from '../model/zoned-time.ts'
import { ownSegmentFields, segmentFields } from '../plan-fields.ts'
import { getDraftSegmentName } from '../plan-text.ts'
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

export const PlanSegment = ({ form, segment, index, startsAt: begins, onMove, onRemove }: PlanSegmentProps) => {
  const { t } = useText()
  const { segments, timeZone } = form.draft
  const name = getDraftSegmentName(t, form.draft, index)
  return (
    <li className={styles.row} data-key={segment.key} onKeyDown={(event) => form.readOnly || moveByKey(event, onMove)}>
      <p className={styles.begins}>
        <span className="sr">{t('home.plan.begins')} </span>
        <span className="num">{begins === null || !isZone(timeZone) ? '–' : formatTime(begins, timeZone)}</span>
      </p>
      <div className={styles.fields}>
        <div className={styles.segment}>
          <SegmentFields form={form} segment={segment} block="row" />
        </div>
        <SegmentFields form={form} segment={segment} block="text" />
        <MoreFields form={form} segment={segment} name={name} />
      </div>
      {form.readOnly ? null : (
        <RowActions name={name} first={index === 0} last={index === segments.length - 1} onMove={onMove} onRemove={onRemove} />
      )}
    </li>
  )
}

type SegmentFieldsProps = Pick<PlanSegmentProps, 'form' | 'segment'> & {
  block: (typeof segmentFields)[keyof typeof segmentFields]['block']
}

const SegmentFields = ({ form, segment, block }: SegmentFieldsProps) => (
  <TableFields
    form={form}
    fields={segmentFields}
    block={block}
    at={`segments.${segment.key}.`}
    typed={segment}
    onWrite={(draft, change) => updateSegment(draft, segment.key, change)}
  />
)

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
  const { key, kind, end, speakers } = segment
  const [isOpen, setOpen] = useState(
    segmentKinds.some((one) => one === kind && segmentRules[one].hasPanel) || speakers.length > 0 || end.time !== '',
  )
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
          <SegmentFields form={form} segment={segment} block="more" />
          <PlanTime
            form={form}
            place={`${place}.endsBy`}
            label={t(ownSegmentFields.endsBy.label)}
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
