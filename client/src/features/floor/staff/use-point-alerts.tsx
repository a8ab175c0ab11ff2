/** The points of order that wait, each an alert with its number. One on hold is an alert again when the speaker has ended. */
import { isPutOff } from '@rostrum/shared/contract/put-off'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { PostponePointButton, RecognizeButton } from './point-alert.tsx'

export const usePointAlerts = (): readonly AlertItem[] => {
  const { t } = useText()
  const points = useView(({ pointsOfOrder }) => pointsOfOrder)
  const entries = useView((view) => view.entries)
  const current = useView(({ floor }) => floor.current)
  const speaks = current !== null && current.startedAt !== null
  const intention = useView((view) => view.intention)
  const isOnFloor = current?.kind === 'point-of-order'
  const all = points ?? []
  return all.flatMap((entry, index): AlertItem[] => {
    const row = entries[entry]
    if (!row) return []
    const isHeld = speaks && (row.staff?.held === true || isPutOff(intention, current, entry))
    const channel = t(row.channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')
    return [
      {
        id: entry,
        tone: 'urgent',
        title: all.length === 1 ? t('point.title') : t('alert.point', { n: index + 1, of: all.length }),
        text: `${row.entity}, ${isHeld ? t('point.afterSpeaker') : channel}`,
        // Only one at a time has the floor.
        action: isOnFloor ? undefined : (
          <>
            <RecognizeButton
              entry={entry}
              text={t(current?.runningSince && !isHeld ? 'point.recognize' : 'point.recognizeOnly')}
              quiet={isHeld}
            />
            {speaks && !isHeld ? <PostponePointButton entry={entry} /> : null}
          </>
        ),
        isSpoken: true,
      },
    ]
  })
}
