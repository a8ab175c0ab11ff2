/**
 * The sentences about turns whose time counts for no speaker. They give their number in the text and in the annex, and each turn as a
 * decision.
 */
import type { UncountedKind } from '@rostrum/shared/contract/kinds'
import { listKeys } from '@rostrum/shared/kernel/fields'

export const uncountedSentences = {
  'point-of-order': { conduct: 'order.points', decision: 'decision.point', annex: 'annex.pointsOfOrder' },
} as const satisfies Readonly<Record<UncountedKind, Readonly<Record<'conduct' | 'decision' | 'annex', string>>>>

export const uncountedKinds = listKeys(uncountedSentences)
