/** Looks for questions: by text in any language, and by what they belong to. What is found is counted. */
import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import type { Listed } from '../question-lists.ts'
import styles from './moderation-workplace.module.css'
import { anything, isAnything, tagsOf, type Wanted } from './question-filter.ts'
import written from './question-text.module.css'

type FindProps = {
  rows: readonly Listed[]
  wanted: Wanted
  onWant: (wanted: Wanted) => void
  /** Of those found, how many wait for a decision, and how many have one. */
  found: { readonly waiting: number; readonly others: number }
}

/** A choice of any, said as no word that somebody could have chosen. */
const any = '*'

export const FindBar = ({ rows, wanted, onWant, found }: FindProps) => {
  const { t } = useText()
  const [filters, showFilters] = useState(false)
  const { segment, tag, group } = wanted
  const narrowed = [segment, tag, group].filter((one) => one !== null).length
  return (
    <div className={styles.find}>
      <div className={styles.findLine}>
        <TextField
          type="search"
          label={t('questions.desk.find')}
          hideLabel
          placeholder={t('questions.desk.find')}
          data-shortcut="find"
          autoComplete="off"
          maxLength={200}
          value={wanted.text}
          onChange={(text) => onWant({ ...wanted, text })}
        />
        <Button iconEnd={filters ? 'up' : 'down'} aria-expanded={filters} onClick={() => showFilters(!filters)}>
          {narrowed > 0 ? t('questions.desk.filtersOn', { n: narrowed }) : t('questions.desk.filters')}
        </Button>
      </div>
      {filters ? <Filters rows={rows} wanted={wanted} onWant={onWant} /> : null}
      <p role="status" className={written.quiet}>
        {isAnything(wanted) ? null : t('questions.desk.found', { n: found.waiting, others: found.others })}
      </p>
      {isAnything(wanted) ? null : (
        <Button look="quiet" size="inline" onClick={() => onWant(anything)}>
          {t('questions.desk.clear')}
        </Button>
      )}
    </div>
  )
}

const Filters = ({ rows, wanted, onWant }: Omit<FindProps, 'found'>) => {
  const { t } = useText()
  const groups = useGroups()
  const plan = useView((view) => view.plan)
  const tags = tagsOf(rows)
  return (
    <div className={styles.filters}>
      <SelectField
        label={t('questions.desk.segment')}
        value={wanted.segment ?? any}
        onChange={(value) => onWant({ ...wanted, segment: value === any ? null : (value as SegmentId | '') })}
        options={[
          { value: any, label: t('questions.desk.any') },
          { value: '', label: t('questions.desk.noSegment') },
          ...plan.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <SelectField
        label={t('questions.desk.group')}
        value={wanted.group ?? any}
        onChange={(value) => onWant({ ...wanted, group: value === any ? null : (value as GroupId) })}
        options={[{ value: any, label: t('questions.desk.any') }, ...groups.map((one) => ({ value: one.id, label: groupName(t, one) }))]}
      />
      {tags.length > 0 ? (
        <SelectField
          label={t('questions.desk.tag')}
          value={wanted.tag === null ? any : `=${wanted.tag}`}
          onChange={(value) => onWant({ ...wanted, tag: value === any ? null : value.slice(1) })}
          options={[{ value: any, label: t('questions.desk.any') }, ...tags.map((tag) => ({ value: `=${tag}`, label: tag }))]}
        />
      ) : null}
    </div>
  )
}
