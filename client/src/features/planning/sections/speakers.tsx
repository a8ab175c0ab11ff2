/** The speakers of a segment's programme, who do not need to ask, in this order. */
import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import { useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { PlanSelect } from '../fields/fields.tsx'
import { RowActions } from '../fields/row-actions.tsx'
import { TableFields } from '../fields/table.tsx'
import type { PlanDraft, SegmentDraft, SpeakerDraft } from '../model/draft.ts'
import { addSpeaker, makeKey, moveSpeaker, removeSpeaker, updateSpeaker } from '../model/draft-edits.ts'
import { useAfterRender } from '../page/use-after-render.ts'
import { ownSegmentFields, ownSpeakerFields, speakerFields } from '../plan-fields.ts'
import { getGroupLabel } from '../plan-text.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'

export const PlanSpeakers = ({ form, segment }: { form: PlanForm; segment: SegmentDraft }) => {
  const { t } = useText()
  const box = useRef<HTMLDivElement>(null)
  const runAfterRender = useAfterRender()
  const { key: of, speakers } = segment
  const place = `segments.${of}.speakers`
  const getSpeakerName = ({ entity }: SpeakerDraft, index: number) => entity.trim() || t('home.plan.speakerN', { n: index + 1 })
  const focus = (selector: string) => runAfterRender(() => box.current?.querySelector<HTMLElement>(selector)?.focus())
  const add = () => {
    const key = makeKey(speakers)
    form.change(place, (draft) => addSpeaker(draft, of, key))
    focus(`[data-speaker="${CSS.escape(key)}"] input`)
  }
  const move = (index: number, by: -1 | 1) => {
    const speaker = speakers[index]
    if (speaker === undefined || speakers[index + by] === undefined) return
    form.change(place, (draft) => moveSpeaker(draft, of, speaker.key, by))
    screenReader.say(t('home.plan.moved', { what: getSpeakerName(speaker, index), n: index + 1 + by, of: speakers.length }), 'plan')
    const focusedAction = document.activeElement?.getAttribute('data-act')
    if (focusedAction) focus(`[data-speaker="${CSS.escape(speaker.key)}"] [data-act="${focusedAction}"]`)
  }
  const remove = (index: number) => {
    const speaker = speakers[index]
    if (speaker === undefined) return
    const next = speakers[index + 1]?.key ?? speakers[index - 1]?.key
    form.change(place, (draft) => removeSpeaker(draft, of, speaker.key))
    screenReader.say(t('home.plan.removed', { what: getSpeakerName(speaker, index) }), 'plan')
    focus(next === undefined ? '[data-act="add-speaker"]' : `[data-speaker="${CSS.escape(next)}"] [data-act="remove"]`)
  }
  return (
    <div ref={box} className={styles.speakers} data-place={place}>
      <h3>{t(ownSegmentFields.speakers.label)}</h3>
      <p className="quiet">{t('home.plan.speakersHelp')}</p>
      <ol className={styles.stack}>
        {speakers.map((speaker, index) => (
          <li key={speaker.key} className={styles.speaker} data-speaker={speaker.key}>
            <SpeakerFields form={form} of={of} speaker={speaker} />
            {form.readOnly ? null : (
              <RowActions
                name={getSpeakerName(speaker, index)}
                first={index === 0}
                last={index === speakers.length - 1}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ol>
      {form.readOnly ? null : (
        <Button size="small" icon="plus" data-act="add-speaker" disabled={speakers.length >= planBounds.speakers} onClick={add}>
          {t('home.plan.addSpeaker')}
        </Button>
      )}
    </div>
  )
}

const SpeakerFields = ({ form, of, speaker }: { form: PlanForm; of: string; speaker: SpeakerDraft }) => {
  const { t } = useText()
  const { key, group } = speaker
  const at = `segments.${of}.speakers.${key}.`
  const write = (draft: PlanDraft, change: Partial<SpeakerDraft>) => updateSpeaker(draft, of, key, change)
  return (
    <>
      <TableFields form={form} fields={speakerFields} block="name" at={at} typed={speaker} onWrite={write} />
      <PlanSelect
        form={form}
        place={`${at}group`}
        label={t(ownSpeakerFields.group.label)}
        value={group}
        onWrite={(draft, chosen) => write(draft, { group: chosen })}
        options={[
          { value: '', label: t('group.none') },
          ...form.draft.groups.map((one, index) => ({ value: one.key, label: getGroupLabel(t, form.draft, index) })),
        ]}
      />
      <TableFields form={form} fields={speakerFields} block="time" at={at} typed={speaker} onWrite={write} />
    </>
  )
}
