/** The side card: notes so far, by group and tag. */
import { useMemo } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { GroupMark } from '../../../ui/group-mark.tsx'
import type { ListedNote } from '../note-list.ts'
import notes from '../notes.module.css'
import { TagName } from '../tag-chip.tsx'
import type { NoteSources } from '../timeline/timeline-entries.ts'
import { panelRow, type SummaryRow, summarizeNotes } from './summary.ts'
import styles from './summary-card.module.css'

export const SummaryCard = ({ listedNotes, sources }: { listedNotes: readonly ListedNote[]; sources: NoteSources }) => {
  const { t } = useText()
  const tags = useView(({ noteTags }) => noteTags ?? noTags)
  const groups = useGroups()
  const rows = useMemo(
    () =>
      summarizeNotes(
        listedNotes,
        tags,
        groups.map(({ id }) => id),
        sources,
      ),
    [listedNotes, tags, groups, sources],
  )
  const untagged = tags.length === 0 || rows.some(({ counts }) => (counts.at(-1) ?? 0) > 0)
  const columns = untagged ? [...tags, null] : tags
  return (
    <Card aria-labelledby="so-far">
      <CardHead id="so-far" title={t('notes.soFar')}>
        <ButtonLink look="quiet" size="small" href="/record">
          {t('record.goTo')}
        </ButtonLink>
      </CardHead>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div role="group" className={styles.scrolls} aria-label={t('notes.soFar')} tabIndex={0}>
        <table className={styles.cells}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{t('notes.group')}</span>
              </th>
              {columns.map((tag) => (
                <th key={tag ?? ''} scope="col">
                  {tag === null ? t('notes.untagged') : <TagName tag={tag} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row.group)}>
                <th scope="row">
                  <GroupCell group={row.group} />
                </th>
                {row.counts.slice(0, columns.length).map((n, index) => (
                  <td key={columns[index] ?? ''} className={classNames('num', n === 0 && styles.zero)}>
                    {n}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={notes.below}>{t('notes.linked')}</p>
    </Card>
  )
}

const noTags: readonly string[] = []

const GroupCell = ({ group: id }: { group: SummaryRow['group'] }) => {
  const { t } = useText()
  const groups = useGroups()
  if (id === undefined) return t('notes.nobody')
  if (id === panelRow) return t('notes.panel')
  const group = findGroup(groups, id)
  return group ? <GroupMark mark={group.mark}>{getGroupName(t, group)}</GroupMark> : t('group.none')
}
