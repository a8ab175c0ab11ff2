/** The segment, the free tags and the assignee of a question. */

import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import { isAnswered, isUnanswered } from '@rostrum/shared/contract/question-statuses'
import { pickWording } from '@rostrum/shared/kernel/wording'
import type { PanellistView } from '@rostrum/shared/projection/people'
import { useSend, useView } from '../../../session/hooks.tsx'
import { formatSpeakerLabel } from '../../../text/labels.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { SelectField } from '../../../ui/field.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import { listTags } from './question-filter.ts'
import styles from './review.module.css'
import { TagsField } from './tags-field.tsx'

const noPanellists: readonly PanellistView[] = []

export const QuestionLabels = ({ row, rows, busy }: { row: ListedQuestion; rows: readonly ListedQuestion[]; busy: boolean }) => {
  const { t } = useText()
  const send = useSend('question-review')
  const plan = useView((view) => view.plan)
  const panellists = useView((view) => view.panellists) ?? noPanellists
  const { id, segment, staff } = row
  if (!staff) return null
  const label = (next: { segment: SegmentId | null; tags: readonly string[] }) =>
    void send({ type: 'questions.label', data: { question: id, segment: next.segment, tags: [...next.tags] } })
  const answerable = isUnanswered(row) || isAnswered(row)
  return (
    <div className={styles.labels}>
      <SelectField
        label={t('questions.moderation.segment')}
        value={segment ?? ''}
        onChange={(value) => label({ segment: value === '' ? null : (value as SegmentId), tags: staff.tags })}
        options={[
          { value: '', label: t('questions.moderation.noSegment') },
          ...plan.map((part) => ({ value: part.id, label: pickWording(part.title, t.language) })),
        ]}
      />
      {panellists.length > 0 && answerable ? (
        <SelectField
          label={t('questions.moderation.assign')}
          value={staff.assignee ?? ''}
          onChange={(value) =>
            void send({ type: 'questions.assign', data: { question: id, assignee: value === '' ? null : (value as PersonId) } })
          }
          options={[
            { value: '', label: t('questions.moderation.nobody') },
            ...panellists.map((one) => ({ value: one.person, label: formatPanellist(t, formatSpeakerLabel(t, one), one.entity) })),
          ]}
        />
      ) : null}
      <TagsField tags={staff.tags} knownTags={listTags(rows)} busy={busy} onChange={(tags) => label({ segment, tags })} />
    </div>
  )
}

const formatPanellist = (t: Translate, label: string, entity: string): string =>
  label === entity ? entity : t('pair.aside', { first: entity, second: label })
