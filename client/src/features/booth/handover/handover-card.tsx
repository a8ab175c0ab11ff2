/** The interpreter who is on the air, since when, and the time until the partner takes over. */
import type { BoothView } from '@rostrum/shared/protocol/booth'
import { useEffect, useState } from 'react'
import { useConnectionStatus, useNow, useRequest } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { BoothIcon } from '../../../ui/booth-icon.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { emptyClock } from '../../../ui/clock.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { useBooth, useDevice } from '../use-booth.ts'
import styles from './handover.module.css'

/** Milliseconds. Interpreters take turns of half an hour, and are reminded a minute before the end. */
const turnLength = 30 * 60_000
const noticeBefore = 60_000

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
        <span className="num">{emptyClock}</span>
      </p>
      <p>
        <b>{t('booth.nobodyOnAir')}</b>
      </p>
      <HandoverButton act="goOnAir" />
      <div className={styles.meter} aria-hidden="true" />
    </Card>
  )
}

const OnAir = ({ onAir: { device, since, handsOver } }: { onAir: NonNullable<BoothView['onAir']> }) => {
  const { t, rich } = useText()
  const isMine = useDevice() === device
  const used = Math.max(0, useNow(1000) - since)
  const left = turnLength - used
  useSpokenHandover(since, left)
  useSpokenOffer(handsOver && !isMine)
  return (
    <Card className={styles.hand} aria-label={t('booth.handover')}>
      <p className={styles.big}>
        <span className="num">{toTime(used)}</span>
      </p>
      <p>
        <b>{t(isMine ? 'booth.youOnAir' : handsOver ? 'booth.partnerHandsOver' : 'booth.partnerOnAir')}</b>
        <br />
        {isMine && handsOver ? (
          <span className={styles.asked}>{t('booth.partnerAsked')}</span>
        ) : (
          <span className={left < 0 ? styles.over : 'muted'}>
            {rich(left < 0 ? 'booth.handoverOver' : 'booth.handoverIn', { time: toTime(Math.abs(left)) })}
          </span>
        )}
      </p>
      <HandoverButton act={!isMine ? 'takeOver' : handsOver ? 'stay' : 'handOver'} isNext={handsOver && !isMine} />
      <div className={styles.meter} aria-hidden="true">
        <span className={classNames(left < 0 && styles.full)} style={{ inlineSize: `${Math.min(1, used / turnLength) * 100}%` }} />
      </div>
    </Card>
  )
}

/** A device on the air asks the partner, and stays there until the partner takes over. Any other device puts itself on the air. */
const HandoverButton = ({ act, isNext = false }: { act: 'goOnAir' | 'takeOver' | 'handOver' | 'stay'; isNext?: boolean }) => {
  const { t } = useText()
  const request = useRequest()
  const device = useDevice()
  const isAlone = useBooth(({ screens }) => screens <= 1) ?? true
  const isLive = useConnectionStatus().kind === 'live'
  const [state, setState] = useState<'ready' | 'sending' | 'refused'>('ready')
  // A refusal ends with the act that was refused.
  const [before, setBefore] = useState(act)
  if (before !== act) {
    setBefore(act)
    setState('ready')
  }
  const press = async () => {
    if (state === 'sending') return
    setState('sending')
    const result = await request(act === 'handOver' ? 'POST /api/booth/hand-over' : 'POST /api/booth/on-air', { body: { device } })
    setState(result.ok ? 'ready' : 'refused')
    if (!result.ok) screenReader.say(t('booth.notDone'), 'handover')
  }
  return (
    <Button look={isNext ? 'primary' : 'plain'} disabled={!isLive || (act === 'handOver' && isAlone)} onClick={() => void press()}>
      <BoothIcon name="swap" />
      {t(state === 'sending' ? 'app.sending' : state === 'refused' ? 'booth.notDone' : `booth.${act}`)}
    </Button>
  )
}

/** Announces each offer of the partner once. */
const useSpokenOffer = (isOffered: boolean): void => {
  const { t } = useText()
  useEffect(() => {
    if (isOffered) screenReader.say(t('booth.sayHandsOver'), 'handover')
  }, [isOffered, t])
}

/** Announces the last minute once for each time on the air, and only if the page saw the minute begin. */
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
