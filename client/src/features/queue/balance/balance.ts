/** The balance with names: by group, and by channel. */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { BalanceShare } from '@rostrum/shared/projection/queue/balance'
import { findGroup } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import type { MarkName } from '../../../ui/group-mark.tsx'

export type BalanceShareRow = Omit<BalanceShare<string>, 'key'> & {
  readonly id: string
  /** Null in the row of a group. */
  readonly channel: Channel | null
  readonly name: string
  readonly mark: MarkName | undefined
}

export const useBalance = (): { readonly groups: readonly BalanceShareRow[]; readonly channels: readonly BalanceShareRow[] } => {
  const { t } = useText()
  const balance = useView((view) => view.balance)
  const groups = useView(({ session }) => session.groups)
  if (!balance) return { groups: [], channels: [] }
  return {
    groups: balance.groups.map(({ key: of, ...share }) => {
      const group = findGroup(groups, of)
      return { ...share, id: of, channel: null, name: group ? getGroupName(t, group) : of, mark: group?.mark }
    }),
    channels: balance.channels.map(({ key: of, ...share }) => ({
      ...share,
      id: of,
      channel: of,
      name: getChannelName(t, of),
      mark: undefined,
    })),
  }
}

/** From 0 to 1; 0 if the whole is 0. */
export const computeShare = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)
export const toPercent = (share: number): number => Math.round(share * 100)
