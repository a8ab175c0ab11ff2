/** Searches questions: by text in any language, and by segment, tag and group. The number of results is shown. */

import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import { pickWording } from '@rostrum/shared/kernel/wording'
import { useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import styles from './moderation-workplace.module.css'
import { emptyFilter, isEmptyFilter, listTags, type QuestionFilter } from './question-filter.ts'

type FindBarProps = {
  rows: readonly ListedQuestion[]
  filter: QuestionFilter
  onFilter: (filter: QuestionFilter) => void
  /** Among the questions found: how many wait for a decision, and how many have one. */
  found: { readonly waiting: number; readonly others: number }
}

/** The value for "any". It cannot be a tag or an id. */
const anyValue = '*'

export const FindBar = ({ rows, filter, onFilter, found }: FindBarProps) => {
  const { t } = useText()
  const [filters, showFilters] = useState(false)
  const { segment, tag, group } = filter
  const activeFilters = [segment, tag, group].filter((one) => one !== null).length
  return (
    <div className={styles.find}>
      <div className={styles.findLine}>
        <TextField
          type="search"
          label={t('questions.moderation.find')}
          hideLabel
          placeholder={t('questions.moderation.findShort')}
          data-shortcut="find"
          autoComplete="off"
          maxLength={200}
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
        />
        <Button expanded={filters} onClick={() => showFilters(!filters)}>
          {activeFilters > 0 ? t('questions.moderation.filtersOn', { n: activeFilters }) : t('questions.moderation.filters')}
        </Button>
      </div>
      {filters ? <Filters rows={rows} filter={filter} onFilter={onFilter} /> : null}
      <p role="status" className="quiet">
        {isEmptyFilter(filter) ? null : t('questions.moderation.found', { n: found.waiting, others: found.others })}
      </p>
      {isEmptyFilter(filter) ? null : (
        <Button look="quiet" size="inline" onClick={() => onFilter(emptyFilter)}>
          {t('questions.moderation.clear')}
        </Button>
      )}
    </div>
  )
}

const Filters = ({ rows, filter, onFilter }: Omit<FindBarProps, 'found'>) => {
  const { t } = useText()
  const groups = useGroups()
  const plan = useView((view) => view.plan)
  const tags = listTags(rows)
  return (
    <div className={styles.filters}>
      <SelectField
        label={t('questions.moderation.segment')}
        value={filter.segment ?? anyValue}
        onChange={(value) => onFilter({ ...filter, segment: value === anyValue ? null : (value as SegmentId | '') })}
        options={[
          { value: anyValue, label: t('questions.moderation.any') },
          { value: '', label: t('questions.moderation.noSegment') },
          ...plan.map(({ id, title }) => ({ value: id, label: pickWording(title, t.language) })),
        ]}
      />
      <SelectField
        label={t('questions.moderation.group')}
        value={filter.group ?? anyValue}
        onChange={(value) => onFilter({ ...filter, group: value === anyValue ? null : (value as GroupId) })}
        options={[
          { value: anyValue, label: t('questions.moderation.any') },
          ...groups.map((one) => ({ value: one.id, label: getGroupName(t, one) })),
        ]}
      />
      {tags.length > 0 ? (
        <SelectField
          label={t('questions.moderation.tag')}
          value={filter.tag === null ? anyValue : `=${filter.tag}`}
          onChange={(value) => onFilter({ ...filter, tag: value === anyValue ? null : value.slice(1) })}
          options={[{ value: anyValue, label: t('questions.moderation.any') }, ...tags.map((tag) => ({ value: `=${tag}`, label: tag }))]}
        />
      ) : null}
    </div>
  )
}
