import { useNow, useView } from '../../../session/hooks.tsx'
import { formatExactTime, roundToMinutes } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'

/** Returns the status of the cue in words, if the cue is newer than the last step of the staff. */
export const useCueStatus = (): string | null => {
  const { t } = useText()
  const cue = useView(({ floor }) => floor.current?.cue ?? null)
  const zone = useView(({ session }) => session.timeZone)
  const awaySince = useView(({ floor: { current }, presence }) => current?.staff?.person && presence.away?.[current.staff.person])
  const now = useNow(5000)
  const minutesAway = awaySince ? roundToMinutes(now - awaySince) : 0
  const isOld = useView(({ steps, undoneStep }) => cue !== null && cue.at < ((undoneStep ?? steps?.at(-1))?.at ?? 0))
  if (cue === null || isOld) return null
  const time = formatExactTime(cue.at, zone)
  const status = cue.kind === 'conclude' ? t('control.lastConclude', { time }) : t('cue.last', { cue: t(`cue.${cue.kind}`), time })
  return cue.deliveredAt === null && minutesAway > 0 ? t('cue.away', { status, n: minutesAway }) : status
}
