/** Who interprets now, since when, and when the partner takes over. */
import type { BoothView } from '@rostrum/shared/protocol/booth'
import { useEffect, useState } from 'react'
import { useConnectionStatus, useNow, useRequest } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { BoothIcon } from '../../../ui/booth-icon.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { screenReader } from '../../../ui/screen-reader.ts'
import { useBooth, useDevice } from '../use-booth.ts'
import styles from './handover.module.css'

/** Milliseconds: interpreters take turns of half an hour, and hear of the end a minute before. */
export const [turnLength, noticeBefore] = [30 * 60_000, 60_000] as const

const toTime = (milliseconds: number): string => formatDuration(Math.floor(milliseconds / 1000) * 1000)

export const HandoverCard = () => {
  const onAir = useBooth((view) => view.onAir)
  return onAir === null ? <NobodyOnAir /> : <OnAir onAir={onAir} />
}

const NobodyOnAir = () => {
  const { t } = useText()
  return (
    <Card className={styles.hand} aria-label={t('booth.handover')}>
      <p className={styles.big}>
        <span className="num">–:––</span>
      </p>
      <p>
        <b>{t('booth.nobodyOnAir')}</b>
      </p>
      <TakeOver act="goOnAir" />
      <div className={styles.meter} aria-hidden="true" />
    </Card>
  )
}

const OnAir = ({ onAir: { device, since } }: { onAir: NonNullable<BoothView['onAir']> }) => {
  const { t, rich } = useText()
  const isMine = useDevice() === device
  const used = Math.max(0, useNow(1000) - since)
  const left = turnLength - used
  useSpokenHandover(since, left)
  return (
    <Card className={styles.hand} aria-label={t('booth.handover')}>
      <p className={styles.big}>
        <span className="num">{toTime(used)}</span>
      </p>
      <p>
        <b>{t(isMine ? 'booth.youOnAir' : 'booth.partnerOnAir')}</b>
        <br />
        <span className={left < 0 ? styles.over : 'muted'}>
          {rich(left < 0 ? 'booth.handoverOver' : 'booth.handoverIn', { time: toTime(Math.abs(left)) })}
        </span>
      </p>
      {isMine ? <span className={styles.how}>{t('booth.partnerTakesOver')}</span> : <TakeOver act="takeOver" />}
      <div className={styles.meter} aria-hidden="true">
        <span className={classNames(left < 0 && styles.full)} style={{ inlineSize: `${Math.min(1, used / turnLength) * 100}%` }} />
      </div>
    </Card>
  )
}

/** Puts this device on the air. The other one sees it at once. */
const TakeOver = ({ act }: { act: 'goOnAir' | 'takeOver' }) => {
  const { t } = useText()
  const request = useRequest()
  const device = useDevice()
  const isLive = useConnectionStatus().kind === 'live'
  const [state, setState] = useState<'ready' | 'sending' | 'refused'>('ready')
  const press = async () => {
    if (state === 'sending') return
    setState('sending')
    const result = await request('/api/booth/on-air', 'POST', { device })
    setState(result.ok ? 'ready' : 'refused')
    if (!result.ok) screenReader.say(t('booth.notDone'), 'handover')
  }
  return (
    <Button disabled={!isLive} onClick={() => void press()}>
      <BoothIcon name="swap" />
      {t(state === 'sending' ? 'app.sending' : state === 'refused' ? 'booth.notDone' : `booth.${act}`)}
    </Button>
  )
}

/** Once for each time on the air, and only where the page saw the minute begin. */
const useSpokenHandover = (since: number, left: number): void => {
  const { t } = useText()
  const isSoon = left <= noticeBefore
  const [begin, setBegin] = useState({ since, isSoon })
  useEffect(() => {
    if (begin.since === since && begin.isSoon === isSoon) return
    setBegin({ since, isSoon })
    if (isSoon && begin.since === since) screenReader.say(t('booth.sayHandover'), 'handover')
  }, [begin, since, isSoon, t])
}
