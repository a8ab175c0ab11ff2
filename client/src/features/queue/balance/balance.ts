/** The balance with names: by group, and by room and remote. */
import type { Share } from '@rostrum/shared/projection/queue/balance'
import { groupIn } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import type { Mark } from '../../../ui/group-mark.tsx'

export type BalanceRow = Omit<Share<string>, 'of'> & { readonly id: string; readonly name: string; readonly mark: Mark | undefined }

export const useBalance = (): { readonly groups: readonly BalanceRow[]; readonly channels: readonly BalanceRow[] } => {
  const { t } = useText()
  const balance = useView((view) => view.balance)
  const groups = useView(({ session }) => session.groups)
  if (!balance) return { groups: [], channels: [] }
  return {
    groups: balance.groups.map(({ of, ...share }) => {
      const group = groupIn(groups, of)
      return { ...share, id: of, name: group ? groupName(t, group) : of, mark: group?.mark }
    }),
    channels: balance.channels.map(({ of, ...share }) => ({ ...share, id: of, name: t(`channel.${of}`), mark: undefined })),
  }
}

/** From 0 to 1; of nothing, nothing. */
export const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)
export const percent = (share: number): number => Math.round(share * 100)
