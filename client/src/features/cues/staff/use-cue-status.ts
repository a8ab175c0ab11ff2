import { useView } from '../../../session/hooks.tsx'
import { exactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'

/** What was asked of the speaker, in words, where that came later than the last step of those who drive. */
export const useCued = (): string | null => {
  const { t } = useText()
  const cue = useView(({ floor }) => floor.current?.cue ?? null)
  const zone = useView(({ session }) => session.timeZone)
  const step = useView(({ steps }) => steps?.undone?.at ?? steps?.taken.at(-1)?.at ?? 0)
  if (cue === null || cue.at < step) return null
  const time = exactTime(cue.at, zone)
  return cue.kind === 'conclude' ? t('act.lastConclude', { time }) : t('cue.last', { cue: t(`cue.${cue.kind}`), time })
}
