/** The agenda: its parts in order, when each begins, and whether all of it fits into the session. */
import { useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { At, useFaultAt } from '../fields/fields.tsx'
import { beginningsOf, sumOf } from '../model/compute-times.ts'
import { newKey, segmentMoved, withoutSegment, withSegment } from '../model/draft-edits.ts'
import { mostSegments } from '../model/read-draft.ts'
import { useLater } from '../page/use-after-render.ts'
import { segmentName } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { PlanSegment } from './segment.tsx'

export const PlanAgenda = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  const list = useRef<HTMLOListElement>(null)
  const later = useLater()
  const { draft, fixed } = form
  const { segments } = draft
  const begins = beginningsOf(draft)
  const none = useFaultAt({ form, place: 'segments' })
  const focus = (selector: string) => later(() => list.current?.parentElement?.querySelector<HTMLElement>(selector)?.focus())
  const add = () => {
    const key = newKey(segments)
    form.change('segments', (before) => withSegment(before, key))
    focus(`[data-place="${CSS.escape(`segments.${key}.title`)}"] input`)
  }
  const move = (index: number, by: -1 | 1) => {
    const key = segments[index]?.key
    if (key === undefined || segments[index + by] === undefined) return
    form.change('segments', (before) => segmentMoved(before, key, by))
    announcements.say(t('home.plan.moved', { what: segmentName(t, draft, index), n: index + 1 + by, of: segments.length }), 'plan')
    // A row that moves lets go of the focus; it stays with what was moved.
    const held = document.activeElement?.getAttribute('data-act')
    if (held) focus(`[data-key="${CSS.escape(key)}"] [data-act="${held}"]`)
  }
  const remove = (index: number) => {
    const key = segments[index]?.key
    if (key === undefined) return
    const next = segments[index + 1]?.key ?? segments[index - 1]?.key
    form.change('segments', (before) => withoutSegment(before, key))
    announcements.say(t('home.plan.removed', { what: segmentName(t, draft, index) }), 'plan')
    focus(next === undefined ? '[data-act="add"]' : `[data-key="${CSS.escape(next)}"] [data-act="remove"]`)
  }
  return (
    <Card aria-labelledby="plan-agenda">
      <CardHead id="plan-agenda" title={t('home.plan.agenda')}>
        <PlanSum form={form} />
      </CardHead>
      <At form={form} place="segments" className={styles.listed}>
        <ol ref={list}>
          {segments.map((segment, index) => (
            <PlanSegment
              key={segment.key}
              form={form}
              segment={segment}
              index={index}
              begins={begins[index] ?? null}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
        {none === undefined ? null : <p className={styles.none}>{none}</p>}
        {fixed ? null : (
          <Button icon="plus" data-act="add" disabled={segments.length >= mostSegments} onClick={add}>
            {t('home.plan.addSegment')}
          </Button>
        )}
      </At>
    </Card>
  )
}

/** "84 of 90 min planned", and how much too long where it is. */
const PlanSum = ({ form: { draft } }: { form: PlanForm }) => {
  const { t } = useText()
  const { planned, length, over } = sumOf(draft)
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
