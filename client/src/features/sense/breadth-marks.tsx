/**
 * The published result. For each response it shows the groups in which three or more gave it, in the room and remotely. It never shows a
 * number of people.
 */

import type { Channel } from '@rostrum/shared/contract/roles'
import type { Breadth, BreadthColumn } from '@rostrum/shared/contract/sense'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { findGroup, useGroups } from '../../session/groups.ts'
import { getGroupName } from '../../text/group-name.ts'
import { joinParts } from '../../text/join-texts.ts'
import { joinNames } from '../../text/name-list.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { GroupShape, type MarkName } from '../../ui/group-mark.tsx'
import { Name } from '../../ui/written.tsx'
import { getOptionText } from './option-text.ts'
import styles from './sense.module.css'

export type BreadthLine = {
  readonly label: string
  /** The number of columns with a mark. 0 if nothing is shown. */
  readonly groups: number
  readonly of: number
  readonly room: readonly boolean[]
  readonly remote: readonly boolean[]
}

export const useBreadthLines = (prompt: PromptView, breadth: Breadth): readonly BreadthLine[] => {
  const { t, language } = useAskedText()
  return prompt.options.map((option, index) => {
    const { room, remote } = breadth.marks[index] ?? { room: [], remote: [] }
    const groups = breadth.columns.filter((_, column) => room[column] || remote[column]).length
    return { label: getOptionText(t, language.id, option), groups, of: breadth.columns.length, room, remote }
  })
}

type Column = { readonly name: string; readonly marks: readonly MarkName[] }

/** Returns the name of each column, with the shapes of its groups. */
export const useBreadthColumns = (columns: readonly BreadthColumn[]): readonly Column[] => {
  const { t, language } = useAskedText()
  const all = useGroups()
  return columns.map(({ groups }) => {
    const found = groups.map((id) => findGroup(all, id))
    const names = found.map((group) => (group === null ? t('sense.noGroup') : getGroupName(t, group)))
    const marks = found.flatMap((group) => (group === null ? [] : [group.mark]))
    return {
      name: names.length > 1 ? t('sense.together', { groups: joinNames(language, names) }) : (names[0] ?? ''),
      marks: marks.length > 0 ? marks : ['circle'],
    }
  })
}

type MarksProps = { label: string; channel: Channel; filled: readonly boolean[]; columns: readonly Column[] }

/** One shape for each column, filled or dashed. Groups that are shown together have their shapes joined. */
export const Marks = ({ label, channel, filled, columns }: MarksProps) => {
  const { t, language } = useAskedText()
  const shown = columns.filter((_, index) => filled[index]).map(({ name }) => name)
  const groups = shown.length > 0 ? joinNames(language, shown) : t('sense.noneShown')
  return (
    <span
      className={styles.marks}
      role="img"
      aria-label={t('pair.colon', { first: joinParts(t, [label, t(`channel.${channel}`)]), second: groups })}
    >
      {columns.map(({ name, marks }, index) => (
        <span key={name} className={filled[index] ? styles.joined : `${styles.joined} ${styles.held}`}>
          {marks.map((mark) => (
            <GroupShape key={mark} mark={mark} empty={!filled[index]} />
          ))}
        </span>
      ))}
    </span>
  )
}

/** The key to the shapes of the groups. */
export const GroupKey = ({ columns }: { columns: readonly Column[] }) => (
  <ul className={styles.groupKey}>
    {columns.map(({ name, marks }) => (
      <li key={name}>
        <span className={styles.joined}>
          {marks.map((mark) => (
            <GroupShape key={mark} mark={mark} />
          ))}
        </span>
        {name}
      </li>
    ))}
  </ul>
)

/** The result as a list, for pages and cards. */
export const BreadthList = ({ prompt, breadth }: { prompt: PromptView; breadth: Breadth }) => {
  const { t } = useAskedText()
  const lines = useBreadthLines(prompt, breadth)
  const columns = useBreadthColumns(breadth.columns)
  return (
    <>
      <ol className={styles.result}>
        {lines.map((line) => (
          <li key={line.label}>
            <strong>
              <Name>{line.label}</Name>
            </strong>
            {line.groups === 0 ? (
              <span className={styles.none}>{t('sense.tooFew')}</span>
            ) : (
              <>
                <span className={styles.of}>{t('sense.inGroups', { n: line.groups, of: line.of })}</span>
                <span className={styles.channels}>
                  {(['room', 'remote'] as const).map((channel) => (
                    <span key={channel} className={styles.channel}>
                      {t(`channel.${channel}`)} <Marks label={line.label} channel={channel} filled={line[channel]} columns={columns} />
                    </span>
                  ))}
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.key}>
        <span>
          <span className={styles.joined}>
            <GroupShape mark="circle" />
          </span>{' '}
          {t('sense.filled')}
        </span>
        <span>
          <span className={`${styles.joined} ${styles.held}`}>
            <GroupShape mark="circle" empty />
          </span>{' '}
          {t('sense.dashed')}
        </span>
      </p>
      <div className={styles.key}>
        <GroupKey columns={columns} />
      </div>
    </>
  )
}
