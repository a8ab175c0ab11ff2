/**
 * Seeds that fail, with what is seen: faults of the product or of the simulation that are known and not mended. They are run each time and are
 * in the figure. One that does not fail any more is a failure of the proof, so that it moves to the found seeds.
 */
export const openSeeds: readonly { readonly seed: number; readonly seen: string }[] = [
  { seed: 5578, seen: 'an alarm was not rung after the clock was set and answers were lost' },
  { seed: 7205, seen: 'who is present differs from who is connected' },
  { seed: 14214, seen: 'a loss of power after which one node appends again what it saw, and no loss is reported' },
  { seed: 15361, seen: 'a command that was confirmed is refused when it is repeated' },
  { seed: 20452, seen: 'a command that was confirmed is refused when it is repeated' },
  { seed: 23355, seen: 'an alarm was not rung' },
]
