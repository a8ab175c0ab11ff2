/**
 * The waiting points of order, each an alert with its number. A deferred one is quiet until the speaker has ended. `hasMain`: the page has the
 * main button, which recognizes the first of them, except while the Chair rules on another.
 */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { interrupts } from '@rostrum/shared/contract/kinds'
import { isQuietPoint } from '@rostrum/shared/contract/put-off'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { whereWords } from '../../../text/channel-words.ts'
import { joinParts } from '../../../text/join-texts.ts'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { Button } from '../../../ui/button.tsx'
import { interruptionWords } from '../../../widgets/kind-words.ts'

export const usePointAlerts = (hasMain = false): readonly AlertItem[] => {
  const { t } = useText()
  const points = useView(({ pointsOfOrder }) => pointsOfOrder)
  const entries = useView((view) => view.entries)
  const floor = useView((view) => view.floor)
  const { current } = floor
  const turn = findOpenTurn(floor)
  const speaks = turn !== null && turn.startedAt !== null
  const intention = useView((view) => view.intention)
  const isOnFloor = interrupts(current?.kind)
  const all = points ?? []
  return all.flatMap((entry): AlertItem[] => {
    const row = entries[entry]
    if (!row || !interrupts(row.kind)) return []
    const alike = all.filter((one) => entries[one]?.kind === row.kind)
    const words = interruptionWords[row.kind]
    const isHeld = isQuietPoint({ floor, entries, intention }, entry)
    const isFirst = entry === all[0]
    const channel = t(whereWords[row.channel])
    const recognize = (
      <RecognizeButton
        entry={entry}
        text={t(current?.runningSince && !isHeld ? 'point.recognize' : 'point.recognizeOnly')}
        look={isHeld ? 'quiet' : isFirst ? 'urgent' : 'plain'}
      />
    )
    const hasMainButton = hasMain && isFirst && !isHeld
    return [
      {
        id: entry,
        tone: isHeld ? 'calm' : 'urgent',
        title: alike.length === 1 ? t(words.title) : t(words.oneOfSeveral, { n: alike.indexOf(entry) + 1, of: alike.length }),
        text: joinParts(t, [row.entity, isHeld ? t('point.afterSpeaker') : channel]),
        // Only one point at a time has the floor.
        action: isOnFloor ? undefined : (
          <>
            {hasMainButton ? null : recognize}
            {/* The Chair who rules on a point can put the next one off until the interrupted turn is over. */}
            {speaks && !isHeld ? <PostponePointButton entry={entry} /> : null}
          </>
        ),
        // The list of all alerts covers the main button, so that the first in order has its own there.
        listAction: hasMainButton && !isOnFloor ? recognize : undefined,
        // While one has the floor, the others cannot be pressed and need no attention.
        isSpoken: !isHeld && !isOnFloor,
      },
    ]
  })
}

type RecognizeButtonProps = { entry: EntryId; text: string; look: 'urgent' | 'plain' | 'quiet' }

const RecognizeButton = ({ entry, text, look }: RecognizeButtonProps) => {
  const send = useSend('controls')
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  const isClosed = useView(({ session }) => session.phase !== 'open')
  return (
    <Button
      look={look}
      size="small"
      disabled={usePending('floor.recognize') !== undefined || isClosed}
      onClick={() => void send({ type: 'floor.recognize', data: { entry, expectedCurrent } })}
    >
      {text}
    </Button>
  )
}

/** The staff see that the point waits for the end of this turn, and the person who raised it is informed. */
const PostponePointButton = ({ entry }: { entry: EntryId }) => {
  const { t } = useText()
  const send = useSend('controls')
  const turn = useView(({ floor }) => findOpenTurn(floor)?.id)
  return (
    <Button
      look="quiet"
      size="small"
      disabled={usePending('floor.intend') !== undefined}
      onClick={() => {
        if (turn) void send({ type: 'floor.intend', data: { turn, act: { kind: 'recognize', entry } } })
      }}
    >
      {t('point.later')}
    </Button>
  )
}
