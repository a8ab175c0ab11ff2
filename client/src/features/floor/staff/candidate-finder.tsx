/** Finds somebody among many: by name, and by group with its number of people. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import { useGroups } from '../../../session/groups.ts'
import { formatCount } from '../../../text/counts.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { TextField } from '../../../ui/field.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import type { Candidate } from './call-candidates.ts'
import styles from './call-dialog.module.css'

type CandidateFinderProps = {
  label: string
  /** The candidates whose groups are offered. */
  candidates: readonly Candidate[]
  find: string
  onFind: (typed: string) => void
  group: GroupId | null
  onGroup: (group: GroupId | null) => void
}

export const CandidateFinder = ({ label, candidates, find, onFind, group, onGroup }: CandidateFinderProps) => {
  const { t, language } = useText()
  const groups = useGroups()
  const options = groups.flatMap((one) => {
    const n = candidates.filter((candidate) => candidate.group === one.id).length
    if (n === 0) return []
    const counted = t('call.groupCount', { group: getGroupName(t, one), n: formatCount(language.id, n) })
    return [{ value: one.id as string, label: <GroupMark mark={one.mark}>{counted}</GroupMark> }]
  })
  return (
    <div className={styles.finder}>
      <TextField label={label} value={find} onChange={onFind} autoComplete="off" autoFocus />
      {options.length < 2 ? null : (
        <ChoicePills
          label={t('call.group')}
          value={group ?? ''}
          onChange={(value) => onGroup(value === '' ? null : (value as GroupId))}
          options={[{ value: '', label: t('call.groupCount', { group: t('call.allGroups'), n: candidates.length }) }, ...options]}
        />
      )}
    </div>
  )
}
