/** The rows that a search finds, in the words of the page. */
import { useMemo } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useTypedNames } from '../../../session/typed-names.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { findRows, type ListedRow } from './listed-rows.ts'

export const useFoundRows = (rows: readonly ListedRow[], find: string): readonly ListedRow[] => {
  const { t } = useText()
  const groups = useGroups()
  const names = useTypedNames()
  return useMemo(
    () => findRows(rows, find, ({ group }) => getGroupName(t, findGroup(groups, group)), names),
    [rows, find, t, groups, names],
  )
}
