/** How the report speaks of channels. It loops over them where its form allows it. Some sentences name each channel. */
import { type ByChannel, type Channel, channels, makeByChannel, sumChannels } from '@rostrum/shared/contract/channels'
import type { SessionRecord } from '@rostrum/shared/contract/record'

type GuardedCounts = ByChannel<number | null>

/** Lists the channels that have people, also if the number is not given. */
export const listFilled = (counts: GuardedCounts): readonly Channel[] => channels.filter((channel) => counts[channel] !== 0)

/** Null if the number of a channel is not given. */
export const sumGuarded = (counts: GuardedCounts): number | null =>
  channels.every((channel) => counts[channel] !== null) ? sumChannels(makeByChannel((channel) => counts[channel] ?? 0)) : null

export const countTurns = (turns: SessionRecord['turns']): ByChannel<number> =>
  makeByChannel((channel) => turns.filter((turn) => turn.channel === channel).length)

/**
 * The values of the sentences that name each channel. These are `sum.registered`, `sum.present`, `said.interventions`, `share.channels`,
 * `alt.timeline` and `intro.form`. A channel that is added does not compile here until they name it.
 */
export const nameCounts = ({ room, remote }: ByChannel<number>) => ({ room, remote }) satisfies ByChannel<number>

/** The same, with `split`: `yes` if several channels have people, else the one that has. */
export const splitCounts = (counts: ByChannel<number>) => {
  const [first, second] = listFilled(counts)
  return { split: second === undefined ? (first ?? 'none') : 'yes', ...nameCounts(counts) }
}

/** Shares in per cent, which add up to 100: the last channel has the rest. */
export const splitPercent = (amounts: ByChannel<number>) => {
  const shares = makeByChannel((channel) => Math.round((100 * amounts[channel]) / (sumChannels(amounts) || 1)))
  const last = channels.at(-1)
  return nameCounts(makeByChannel((channel) => (channel === last ? 100 - (sumChannels(shares) - shares[channel]) : shares[channel])))
}
