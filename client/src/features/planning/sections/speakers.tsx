/** Who speaks in a part of the agenda without having asked, in this order. */
import { useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { PlanNumber, PlanSelect, PlanText } from '../fields/fields.tsx'
import { RowActs } from '../fields/row-actions.tsx'
import type { SegmentDraft, SpeakerDraft } from '../model/draft.ts'
import { newKey, speakerChanged, speakerMoved, withoutSpeaker, withSpeaker } from '../model/draft-edits.ts'
import { mostSpeakers } from '../model/read-draft.ts'
import { useLater } from '../page/use-after-render.ts'
import { groupLabel } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'

export const PlanSpeakers = ({ form, segment }: { form: PlanForm; segment: SegmentDraft }) => {
  const { t } = useText()
  const box = useRef<HTMLDivElement>(null)
  const later = useLater()
  const { key: of, speakers } = segment
  const place = `segments.${of}.speakers`
  const nameOf = ({ entity }: SpeakerDraft, index: number) => entity.trim() || t('home.plan.speakerN', { n: index + 1 })
  const focus = (selector: string) => later(() => box.current?.querySelector<HTMLElement>(selector)?.focus())
  const add = () => {
    const key = newKey(speakers)
    form.change(place, (draft) => withSpeaker(draft, of, key))
    focus(`[data-speaker="${CSS.escape(key)}"] input`)
  }
  const move = (index: number, by: -1 | 1) => {
    const speaker = speakers[index]
    if (speaker === undefined || speakers[index + by] === undefined) return
    form.change(place, (draft) => speakerMoved(draft, of, speaker.key, by))
    announcements.say(t('home.plan.moved', { what: nameOf(speaker, index), n: index + 1 + by, of: speakers.length }), 'plan')
    const held = document.activeElement?.getAttribute('data-act')
    if (held) focus(`[data-speaker="${CSS.escape(speaker.key)}"] [data-act="${held}"]`)
  }
  const remove = (index: number) => {
    const speaker = speakers[index]
    if (speaker === undefined) return
    const next = speakers[index + 1]?.key ?? speakers[index - 1]?.key
    form.change(place, (draft) => withoutSpeaker(draft, of, speaker.key))
    announcements.say(t('home.plan.removed', { what: nameOf(speaker, index) }), 'plan')
    focus(next === undefined ? '[data-act="add-speaker"]' : `[data-speaker="${CSS.escape(next)}"] [data-act="remove"]`)
  }
  return (
    <div ref={box} className={styles.speakers} data-place={place}>
      <h3>{t('home.plan.speakers')}</h3>
      <p className={styles.help}>{t('home.plan.speakersHelp')}</p>
      <ol className={styles.stack}>
        {speakers.map((speaker, index) => (
          <li key={speaker.key} className={styles.speaker} data-speaker={speaker.key}>
            <Speaker form={form} of={of} speaker={speaker} />
            {form.fixed ? null : (
              <RowActs
                name={nameOf(speaker, index)}
                first={index === 0}
                last={index === speakers.length - 1}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ol>
      {form.fixed ? null : (
        <Button size="small" icon="plus" data-act="add-speaker" disabled={speakers.length >= mostSpeakers} onClick={add}>
          {t('home.plan.addSpeaker')}
        </Button>
      )}
    </div>
  )
}

const Speaker = ({ form, of, speaker: { key, entity, group, limit } }: { form: PlanForm; of: string; speaker: SpeakerDraft }) => {
  const { t } = useText()
  const { groups } = form.draft
  const place = `segments.${of}.speakers.${key}`
  return (
    <>
      <PlanText
        form={form}
        place={`${place}.entity`}
        label={t('home.plan.entity')}
        value={entity}
        onWrite={(draft, typed) => speakerChanged(draft, of, key, { entity: typed })}
      />
      <PlanSelect
        form={form}
        place={`${place}.group`}
        label={t('home.plan.group')}
        value={group}
        onWrite={(draft, chosen) => speakerChanged(draft, of, key, { group: chosen })}
        options={[
          { value: '', label: t('group.none') },
          ...groups.map((one, index) => ({ value: one.key, label: groupLabel(t, form.draft, index) })),
        ]}
      />
      <PlanNumber
        form={form}
        place={`${place}.limit`}
        label={t('home.plan.limit')}
        optional={t('app.optional')}
        value={limit}
        onWrite={(draft, typed) => speakerChanged(draft, of, key, { limit: typed })}
      />
    </>
  )
}
