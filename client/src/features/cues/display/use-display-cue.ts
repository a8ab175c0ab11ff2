import { useNow, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { isOnDisplay } from '../cue-status.ts'

/** Returns the text that the room screen shows for the current cue, or undefined if there is none. A paused speaker is not asked to conclude. */
export const useDisplayCue = (): string | undefined => {
  const { t } = useText()
  const cue = useView(({ floor }) => floor.current?.cue ?? null)
  const isPaused = useView(({ floor }) => (floor.current?.paused ?? null) !== null)
  const now = useNow(1000)
  return cue && isOnDisplay(cue, now) && !(isPaused && cue.kind === 'conclude') ? t(`cue.${cue.kind}`) : undefined
}
