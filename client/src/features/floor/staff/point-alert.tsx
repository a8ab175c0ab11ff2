/** Points of order that have been raised. An alert takes room from the clock, never from the buttons, and takes no focus. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './controls.module.css'

export const PointAlert = () => {
  const { t } = useText()
  const first = useView(({ points }) => points?.[0])
  const row = useView(({ entries }) => (first ? entries[first] : undefined))
  const current = useView(({ floor }) => floor.current)
  if (!first || !row || current?.kind === 'point-of-order') return null
  const speaks = current !== null && current.startedAt !== null
  const who = (
    <strong>
      <bdi>{row.entity}</bdi>
    </strong>
  )
  // Put off until the turn that runs gives way; then it is an alert again.
  if (row.desk?.held && speaks) {
    return (
      <div className={styles.later}>
        <span>
          {t('floor.pointOfOrder')}: {who}
        </span>
        <Recognize entry={first} words={t('point.recognizeOnly')} quiet />
      </div>
    )
  }
  return (
    <Alert
      title={t('point.title')}
      actions={
        <>
          <Recognize entry={first} words={t(current?.runningSince ? 'point.recognize' : 'point.recognizeOnly')} />
          {speaks ? <PutOff entry={first} /> : null}
        </>
      }
    >
      <p>
        {who}, {t(row.channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')}
      </p>
    </Alert>
  )
}

const Recognize = ({ entry, words, quiet = false }: { entry: EntryId; words: string; quiet?: boolean }) => {
  const send = useSend()
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  return (
    <Button
      look={quiet ? 'quiet' : 'urgent'}
      size="small"
      disabled={usePending('floor.recognize') !== undefined}
      onClick={() => void send({ type: 'floor.recognize', data: { entry, expectedCurrent } })}
    >
      {words}
    </Button>
  )
}

/** Everybody who drives sees it put off, and whoever raised it is told. */
const PutOff = ({ entry }: { entry: EntryId }) => {
  const { t } = useText()
  const send = useSend()
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
