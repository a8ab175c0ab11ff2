/** The outcomes of all questions, which everybody gets once the close can no longer be taken back. */
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { State } from '@rostrum/shared/contract/registry'
import { makeFinalCounts } from '@rostrum/shared/projection/questions/counts'
import type { Session } from '../session/session.ts'
import { whenCloseIsFinal } from '../session/when-close-is-final.ts'
import type { Transients } from './transients.ts'

export const openFinalCounts = (session: Pick<Session, 'state' | 'now' | 'onChange'>): Transients => ({
  ofAudience: (state, audience) => (isFinal(state, session.now()) ? makeFinalCounts(state, audience) : {}),
  ofPerson: () => ({}),
  onChange: (listener) => whenCloseIsFinal(session, () => listener({ people: [], audiences: true })),
})

const isFinal = ({ session: { closedAt } }: State, now: number): boolean => closedAt !== null && now >= getCloseFinalAt(closedAt)
