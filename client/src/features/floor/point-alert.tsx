/** Points of order that have been raised. An alert takes room from the clock, never from the buttons, and takes no focus. */
import type { EntryId } from '@rostrum/shared/kernel/ids'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './controls.module.css'

export const PointAlert = () => {
  const { t } = useText()
  const first = useView(({ points }) => points?.[0])
  const row = useView(({ entries }) => (first ? entries[first] : undefined))
  const current = useView(({ floor }) => floor.current)
  // Put off by this screen until the turn that runs gives way; it is raised again by itself then.
  const [later, putOff] = useState<{ entry: EntryId; turn: string } | null>(null)
  if (!first || !row || current?.kind === 'point-of-order') return null
  const waits = later !== null && later.entry === first && later.turn === current?.id
  const who = <strong>{row.entity}</strong>
  if (waits) {
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
          {current ? (
            <Button look="quiet" size="small" onClick={() => putOff({ entry: first, turn: current.id })}>
              {t('point.later')}
            </Button>
          ) : null}
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
