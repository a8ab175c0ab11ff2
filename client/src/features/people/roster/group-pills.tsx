/** One group at a time, each with how many of it are registered. */
import { useGroups } from '../../../session/groups.ts'
import { countText } from '../../../text/counts.ts'
import { groupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import type { Counts } from '../roster-types.ts'
import styles from './people.module.css'

/** As the server's door calls those of no group. */
const none = 'none'

type PillsProps = { counts: Counts; value: string; onChange: (group: string) => void }

export const GroupPills = ({ counts: { registered, groups }, value, onChange }: PillsProps) => {
  const { t, language } = useText()
  const all = useGroups()
  const of = (id: string | null): number => groups.find(({ group }) => group === id)?.registered ?? 0
  const ungrouped = of(null)
  return (
    <div className={styles.filters}>
      <ChoicePills
        label={t('queue.group')}
        value={value}
        onChange={onChange}
        options={[
          { value: '', label: t('people.all', { n: countText(language.id, registered.room + registered.remote) }) },
          ...all.map((group) => ({
            value: group.id as string,
            label: (
              <GroupMark mark={group.mark}>
                {t('people.inGroup', { group: groupName(t, group), n: countText(language.id, of(group.id)) })}
              </GroupMark>
            ),
          })),
          ...(ungrouped === 0
            ? []
            : [{ value: none, label: t('people.inGroup', { group: groupName(t, null), n: countText(language.id, ungrouped) }) }]),
        ]}
      />
    </div>
  )
}
