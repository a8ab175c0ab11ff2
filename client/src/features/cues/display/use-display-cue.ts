import { useNow, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { isOnDisplay } from '../cue-status.ts'

/** Returns the text that the room screen shows for the current cue, or undefined if there is none. */
export const useDisplayCue = (): string | undefined => {
  const { t } = useText()
  const cue = useView(({ floor }) => floor.current?.cue ?? null)
  const now = useNow(1000)
  return cue && isOnDisplay(cue, now) ? t(`cue.${cue.kind}`) : undefined
}
