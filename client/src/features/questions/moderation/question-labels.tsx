/** What a question is about, and who is to answer it: part of the agenda, free tags, a panellist. */
import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { PanellistView } from '@rostrum/shared/projection/people'
import { useSend, useView } from '../../../session/hooks.tsx'
import { speakerLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { isOpen, type Listed } from '../question-lists.ts'
import { tagsOf } from './question-filter.ts'
import styles from './review.module.css'
import { TagsField } from './tags-field.tsx'

const nobody: readonly PanellistView[] = []

export const Labels = ({ row, rows, busy }: { row: Listed; rows: readonly Listed[]; busy: boolean }) => {
  const { t } = useText()
  const send = useSend()
  const plan = useView((view) => view.plan)
  const panel = useView((view) => view.panel) ?? nobody
  const { id, segment, status, desk } = row
  if (!desk) return null
  const label = (next: { segment: SegmentId | null; tags: readonly string[] }) =>
    void send({ type: 'questions.label', data: { question: id, segment: next.segment, tags: [...next.tags] } })
  const answerable = isOpen(row) || status === 'answering' || status === 'answered'
  return (
    <div className={styles.labels}>
      <SelectField
        label={t('questions.desk.segment')}
        value={segment ?? ''}
        onChange={(value) => label({ segment: value === '' ? null : (value as SegmentId), tags: desk.tags })}
        options={[{ value: '', label: t('questions.desk.noSegment') }, ...plan.map((part) => ({ value: part.id, label: part.title }))]}
      />
      {panel.length > 0 && answerable ? (
        <SelectField
          label={t('questions.desk.put')}
          value={desk.to ?? ''}
          onChange={(value) => void send({ type: 'questions.put', data: { question: id, to: value === '' ? null : (value as PersonId) } })}
          options={[
            { value: '', label: t('questions.desk.nobody') },
            ...panel.map((one) => ({ value: one.person, label: panellistName(speakerLabel(t, one), one.entity) })),
          ]}
        />
      ) : null}
      <TagsField tags={desk.tags} known={tagsOf(rows)} busy={busy} onChange={(tags) => label({ segment, tags })} />
    </div>
  )
}

const panellistName = (label: string, entity: string): string => (label === entity ? entity : `${entity} (${label})`)
