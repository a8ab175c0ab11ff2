/** Rounds of the few and rounds of the many, so that the Chair's screen does not wait for ten thousand others. */
import type { Audience } from '@rostrum/shared/contract/roles'

export const roundNames = ['officers', 'audience'] as const
export type RoundName = (typeof roundNames)[number]
export const roundByAudience: Readonly<Record<Audience, RoundName>> = {
  staff: 'officers',
  podium: 'officers',
  booth: 'officers',
  public: 'audience',
  display: 'audience',
}
