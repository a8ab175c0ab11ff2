/** The origin of a session: the session that it was copied from, or that it rehearses. */
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import type { Translate } from '../../../text/messages.ts'
import { makeCopyTitle } from './copy-title.ts'

/** Returns a mark for the list, or null if the title tells the same. The original of a copy may have been deleted. */
export const getOriginText = (t: Translate, session: SessionSummary, sessions: readonly SessionSummary[]): string | null => {
  const { title, copyOf, rehearsalOf } = session
  const source = sessions.find(({ id }) => id === (rehearsalOf ?? copyOf))
  if (rehearsalOf !== null) return source === undefined ? null : t('home.rehearsalOf', { title: source.title })
  if (copyOf === null) return null
  if (source === undefined) return t('home.copyOfDeleted')
  return title === makeCopyTitle(t, source.title, []) ? null : t('home.copyOfTitle', { title: source.title })
}

export const findRehearsal = ({ id }: SessionSummary, sessions: readonly SessionSummary[]): SessionSummary | null =>
  sessions.find(({ rehearsalOf }) => rehearsalOf === id) ?? null
