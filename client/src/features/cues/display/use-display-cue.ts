import { useNow, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { isOnScreen } from '../cue-status.ts'

/** What is asked of whoever has the floor, as the room screen says it; undefined while nothing is. */
export const useScreenCue = (): string | undefined => {
  const { t } = useText()
  const cue = useView(({ floor }) => floor.current?.cue ?? null)
  const now = useNow(1000)
  return cue && isOnScreen(cue, now) ? t(`cue.${cue.kind}`) : undefined
}
