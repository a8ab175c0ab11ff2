/** My speaking time while I wait, and that it has changed since this device first knew it. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useEffect } from 'react'
import { useNews } from '../../../session/hooks.tsx'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { useDeviceDraft } from '../../../widgets/use-device-draft.ts'
import { useMyLimit } from '../calling-order.ts'
import styles from '../my-floor.module.css'
import type { MyStatus } from '../my-status.ts'

/** The limit that I read when my request came into the list. */
type FirstLimit = { readonly entry: string; readonly limit: number }
const nothing: FirstLimit = { entry: '', limit: 0 }
const parse = (stored: unknown): FirstLimit | null => {
  const { entry, limit } = (stored ?? {}) as Partial<Record<keyof FirstLimit, unknown>>
  return typeof entry === 'string' && typeof limit === 'number' ? { entry, limit } : null
}

/** `isSaid`: the sentence above already has the limit, so only a change needs a line. */
export const LimitLine = ({ entry, isSaid = false }: { entry: EntryId; isSaid?: boolean }) => {
  const { t } = usePhoneText()
  const mine = useMyLimit(entry)
  const [first, change] = useDeviceDraft('limit', nothing, parse)
  const isNew = first.entry !== entry
  useEffect(() => {
    if (isNew) change(() => ({ entry, limit: mine }))
  }, [isNew, change, entry, mine])
  const limit = formatSpeakingTime(t, mine)
  if (!isNew && first.limit !== mine)
    return <p className={styles.near}>{t('me.limitChanged', { limit, before: formatSpeakingTime(t, first.limit) })}</p>
  return isSaid ? null : <p className={styles.words}>{t('me.limit', { limit })}</p>
}

/** Tells a screen reader each change of my speaking time while I wait. */
export const useSpokenLimit = (status: MyStatus): void => {
  const { t } = usePhoneText()
  const entry = 'entry' in status ? status.entry.id : null
  const mine = useMyLimit(entry)
  useNews({ entry, limit: mine }, (before) => {
    if (entry === null || before.entry !== entry) return
    const [limit, earlier] = [formatSpeakingTime(t, mine), formatSpeakingTime(t, before.limit)]
    screenReader.say(t('me.limitChanged', { limit, before: earlier }), 'limit')
  })
}
