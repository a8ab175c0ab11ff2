/** Points of order that wait. The alert takes space from the clock, never from the buttons, and does not take the focus. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './controls.module.css'

export const PointAlert = () => {
  const { t } = useText()
  const first = useView(({ pointsOfOrder }) => pointsOfOrder?.[0])
  const row = useView(({ entries }) => (first ? entries[first] : undefined))
  const current = useView(({ floor }) => floor.current)
  if (!first || !row || current?.kind === 'point-of-order') return null
  const speaks = current !== null && current.startedAt !== null
  const who = (
    <strong>
      <bdi>{row.entity}</bdi>
    </strong>
  )
  // A point on hold waits until the current turn gives way; then it is an alert again.
  if (row.staff?.held && speaks) {
    return (
      <div className={styles.later}>
        <span>
          {t('floor.pointOfOrder')}: {who}
        </span>
        <RecognizeButton entry={first} text={t('point.recognizeOnly')} quiet />
      </div>
    )
  }
  return (
    <Alert
      title={t('point.title')}
      actions={
        <>
          <RecognizeButton entry={first} text={t(current?.runningSince ? 'point.recognize' : 'point.recognizeOnly')} />
          {speaks ? <HoldButton entry={first} /> : null}
        </>
      }
    >
      <p>
        {who}, {t(row.channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')}
      </p>
    </Alert>
  )
}

const RecognizeButton = ({ entry, text, quiet = false }: { entry: EntryId; text: string; quiet?: boolean }) => {
  const send = useSend('controls')
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  return (
    <Button
      look={quiet ? 'quiet' : 'urgent'}
      size="small"
      disabled={usePending('floor.recognize') !== undefined}
      onClick={() => void send({ type: 'floor.recognize', data: { entry, expectedCurrent } })}
    >
      {text}
    </Button>
  )
}

/** All of the staff see that it is on hold, and the person who raised it is informed. */
const HoldButton = ({ entry }: { entry: EntryId }) => {
  const { t } = useText()
  const send = useSend('controls')
  return (
    <Button
      look="quiet"
      size="small"
      disabled={usePending('queue.hold') !== undefined}
      onClick={() => void send({ type: 'queue.hold', data: { entry } })}
    >
      {t('point.later')}
    </Button>
  )
}
