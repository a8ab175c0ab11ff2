/** The points of order that wait, on the secretariat's screen: all of them, each with its action. They do not take the focus. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { isPutOff } from '@rostrum/shared/contract/put-off'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from './controls.module.css'

export const PointAlert = () => {
  const { t } = useText()
  const points = useView(({ pointsOfOrder }) => pointsOfOrder)
  const entries = useView((view) => view.entries)
  const current = useView(({ floor }) => floor.current)
  const intention = useView((view) => view.intention)
  const speaks = current !== null && current.startedAt !== null
  const all = (points ?? []).flatMap((id) => {
    const row = entries[id]
    return row ? [{ id, row, isHeld: speaks && (row.staff?.held === true || isPutOff(intention, current, id)) }] : []
  })
  const [first] = all
  if (!first) return null
  const isOnFloor = current?.kind === 'point-of-order'
  // Only one button is filled: that of the first that does not wait until after this speaker.
  const lead = all.find(({ isHeld }) => !isHeld)
  const rows = all.map((point) => <PointRow key={point.id} {...point} isLead={point === lead} isOnFloor={isOnFloor} speaks={speaks} />)
  // Points on hold wait until the current turn gives way; then they are an alert again. While one has the floor, none can be recognized.
  if (isOnFloor || all.every(({ isHeld }) => isHeld)) {
    const title = isOnFloor
      ? t('point.more', { n: all.length })
      : all.length === 1
        ? t('point.title')
        : t('point.waiting', { n: all.length })
    return (
      <div className={styles.later} role={isOnFloor ? 'status' : undefined}>
        <span>{title}</span>
        <ol className={styles.points}>{rows}</ol>
      </div>
    )
  }
  return (
    <Alert title={all.length === 1 ? t('point.title') : t('point.waiting', { n: all.length })}>
      <ol className={styles.points}>{rows}</ol>
    </Alert>
  )
}

type PointRowProps = { id: EntryId; row: EntryRow; isHeld: boolean; isLead: boolean; isOnFloor: boolean; speaks: boolean }

const PointRow = ({ id, row, isHeld, isLead, isOnFloor, speaks }: PointRowProps) => {
  const { t } = useText()
  const runs = useView(({ floor }) => floor.current?.runningSince != null)
  const channel = t(row.channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')
  return (
    <li>
      <span>
        <strong>
          <Name>{row.entity}</Name>
        </strong>{' '}
        <span className="muted">{isHeld ? t('point.afterSpeaker') : channel}</span>
      </span>
      {isOnFloor ? null : (
        <>
          <RecognizeButton entry={id} text={t(runs && !isHeld ? 'point.recognize' : 'point.recognizeOnly')} quiet={!isLead} />
          {speaks && !isHeld ? <PostponePointButton entry={id} /> : null}
        </>
      )}
    </li>
  )
}

export const RecognizeButton = ({ entry, text, quiet = false }: { entry: EntryId; text: string; quiet?: boolean }) => {
  const send = useSend('controls')
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  const isClosed = useView(({ session }) => session.phase !== 'open')
  return (
    <Button
      look={quiet ? 'quiet' : 'urgent'}
      size="small"
      disabled={usePending('floor.recognize') !== undefined || isClosed}
      onClick={() => void send({ type: 'floor.recognize', data: { entry, expectedCurrent } })}
    >
      {text}
    </Button>
  )
}

/** All of the staff see that it waits for the end of this turn, and the person who raised it is informed. */
export const PostponePointButton = ({ entry }: { entry: EntryId }) => {
  const { t } = useText()
  const send = useSend('controls')
  const turn = useView(({ floor }) => floor.current?.id)
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
