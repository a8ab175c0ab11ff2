import { useView } from '../../../session/hooks.tsx'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'

/** Returns the status of the cue in words, if the cue is newer than the last step of the staff. */
export const useCueStatus = (): string | null => {
  const { t } = useText()
  const cue = useView(({ floor }) => floor.current?.cue ?? null)
  const zone = useView(({ session }) => session.timeZone)
  const isOld = useView(({ steps, undoneStep }) => cue !== null && cue.at < ((undoneStep ?? steps?.at(-1))?.at ?? 0))
  if (cue === null || isOld) return null
  const time = formatExactTime(cue.at, zone)
  return cue.kind === 'conclude' ? t('control.lastConclude', { time }) : t('cue.last', { cue: t(`cue.${cue.kind}`), time })
}
