/** Filters the roster by one group. Each group shows how many of its members are registered. */

import type { RosterCounts } from '@rostrum/shared/api/people'
import { sumChannels } from '@rostrum/shared/contract/channels'
import { useGroups } from '../../../session/groups.ts'
import { formatCount } from '../../../text/counts.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import styles from './people.module.css'

/** The server's name for "no group". */
const noGroup = 'none'

type GroupPillsProps = { counts: RosterCounts; value: string; onChange: (group: string) => void }

export const GroupPills = ({ counts: { registered, groups }, value, onChange }: GroupPillsProps) => {
  const { t, language } = useText()
  const all = useGroups()
  const countGroup = (id: string | null): number => groups.find(({ group }) => group === id)?.registered ?? 0
  const ungrouped = countGroup(null)
  return (
    <div className={styles.filters}>
      <ChoicePills
        label={t('queue.group')}
        value={value}
        onChange={onChange}
        options={[
          { value: '', label: t('people.all', { n: formatCount(language.id, sumChannels(registered)) }) },
          ...all.map((group) => ({
            value: group.id as string,
            label: (
              <GroupMark mark={group.mark}>
                {t('people.inGroup', { group: getGroupName(t, group), n: formatCount(language.id, countGroup(group.id)) })}
              </GroupMark>
            ),
          })),
          ...(ungrouped === 0
            ? []
            : [{ value: noGroup, label: t('people.inGroup', { group: getGroupName(t, null), n: formatCount(language.id, ungrouped) }) }]),
        ]}
      />
    </div>
  )
}
