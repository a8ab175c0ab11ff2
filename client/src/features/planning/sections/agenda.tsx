/** The agenda: its segments in order, when each starts, and whether all of them fit into the session. */
import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import { useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { FieldArea, useFieldError } from '../fields/fields.tsx'
import { computeStartTimes, sumDraft } from '../model/compute-times.ts'
import { addSegment, makeKey, moveSegment, removeSegment } from '../model/draft-edits.ts'
import { useAfterRender } from '../page/use-after-render.ts'
import { getDraftSegmentName } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { PlanSegment } from './segment.tsx'

export const PlanAgenda = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  const list = useRef<HTMLOListElement>(null)
  const runAfterRender = useAfterRender()
  const { draft, readOnly: fixed } = form
  const { segments } = draft
  const startTimes = computeStartTimes(draft)
  const emptyError = useFieldError({ form, place: 'segments' })
  const focus = (selector: string) => runAfterRender(() => list.current?.parentElement?.querySelector<HTMLElement>(selector)?.focus())
  const add = () => {
    const key = makeKey(segments)
    form.change('segments', (before) => addSegment(before, key))
    focus(`[data-place="${CSS.escape(`segments.${key}.title`)}"] input`)
  }
  const move = (index: number, by: -1 | 1) => {
    const key = segments[index]?.key
    if (key === undefined || segments[index + by] === undefined) return
    form.change('segments', (before) => moveSegment(before, key, by))
    screenReader.say(t('home.plan.moved', { what: getDraftSegmentName(t, draft, index), n: index + 1 + by, of: segments.length }), 'plan')
    // A row that moves loses the focus. This gives it back.
    const focusedAction = document.activeElement?.getAttribute('data-act')
    if (focusedAction) focus(`[data-key="${CSS.escape(key)}"] [data-act="${focusedAction}"]`)
  }
  const remove = (index: number) => {
    const key = segments[index]?.key
    if (key === undefined) return
    const next = segments[index + 1]?.key ?? segments[index - 1]?.key
    form.change('segments', (before) => removeSegment(before, key))
    screenReader.say(t('home.plan.removed', { what: getDraftSegmentName(t, draft, index) }), 'plan')
    focus(next === undefined ? '[data-act="add"]' : `[data-key="${CSS.escape(next)}"] [data-act="remove"]`)
  }
  return (
    <Card aria-labelledby="plan-agenda">
      <CardHead id="plan-agenda" title={t('home.plan.agenda')}>
        <PlanSum form={form} />
      </CardHead>
      <FieldArea form={form} place="segments" className={styles.listed}>
        <ol ref={list}>
          {segments.map((segment, index) => (
            <PlanSegment
              key={segment.key}
              form={form}
              segment={segment}
              index={index}
              startsAt={startTimes[index] ?? null}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
        {emptyError === undefined ? null : <p className={styles.none}>{emptyError}</p>}
        {fixed ? null : (
          <Button icon="plus" data-act="add" disabled={segments.length >= planBounds.segments} onClick={add}>
            {t('home.plan.addSegment')}
          </Button>
        )}
      </FieldArea>
    </Card>
  )
}

/** "84 of 90 min planned", and the excess if there is one. */
const PlanSum = ({ form: { draft } }: { form: PlanForm }) => {
  const { t } = useText()
  const { planned, length, excess: over } = sumDraft(draft)
  if (length === null) return <span className="muted">{t('home.plan.planned', { n: planned })}</span>
  return (
    <span className={styles.sum}>
      {t('home.plan.plannedOf', { n: planned, length: Math.round(length) })}
      {over > 0 ? (
        <Chip tone="warn" icon="clock">
          {t('home.plan.tooLong', { n: over })}
        </Chip>
      ) : null}
    </span>
  )
}
