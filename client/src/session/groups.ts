/** The stakeholder groups of this session, by id. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Group } from '@rostrum/shared/contract/plan'
import { useView } from './hooks.tsx'

export const useGroups = (): readonly Group[] => useView(({ session }) => session.groups)

export const findGroup = (groups: readonly Group[], id: GroupId | null | undefined): Group | null =>
  groups.find((group) => group.id === id) ?? null
