import { listKeys } from '../kernel/fields.ts'

/** The meaning of each kind of segment. Without the validator, so that the client can import it. */
type SegmentRule = {
  /** True for a topic, which is numbered, may have a guiding question and is what people ask to speak on. */
  readonly isTopic: boolean
  /** True if the panel speaks in it. */
  readonly hasPanel: boolean
  /** Where it belongs. After the closing one the Chair is led to the end. */
  readonly place: 'opening' | 'middle' | 'closing'
}

const rules = {
  opening: { isTopic: false, hasPanel: false, place: 'opening' },
  topic: { isTopic: true, hasPanel: false, place: 'middle' },
  panel: { isTopic: false, hasPanel: true, place: 'middle' },
  'open-floor': { isTopic: false, hasPanel: false, place: 'middle' },
  closing: { isTopic: false, hasPanel: false, place: 'closing' },
} as const satisfies Readonly<Record<string, SegmentRule>>

export type SegmentKind = keyof typeof rules
export const segmentKinds = listKeys(rules)
export const segmentRules: Readonly<Record<SegmentKind, SegmentRule>> = rules

export const isTopic = ({ kind }: { readonly kind: SegmentKind }): boolean => segmentRules[kind].isTopic
