/**
 * The text that I will read out. It is written on this device, and stays on it unless I hand it in. After the close it is deleted, or offered
 * as my written statement.
 */
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import { useDeviceDraft } from './use-device-draft.ts'

/** The name under which the device stores it. */
export const ownTextName = 'speech'
const parseText = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null)

export const useOwnText = (): readonly [text: string, write: (text: string) => void] => {
  const [text, change] = useDeviceDraft(ownTextName, '', parseText)
  return [text, (next) => change(() => next)]
}

/** True if the session is closed and the close can no longer be taken back. */
export const isCloseFinal = ({ session: { phase, closedAt } }: Pick<View, 'session'>, now: Instant): boolean =>
  phase === 'closed' && closedAt !== null && now > getCloseFinalAt(closedAt)

/** True once I can neither speak nor be asked for my text in writing. */
export const isOwnTextOver = (view: Pick<View, 'session' | 'myStatement'>, now: Instant): boolean => {
  const { myStatement: mine } = view
  return isCloseFinal(view, now) && !(mine?.open && mine.invited && mine.filed === null)
}
