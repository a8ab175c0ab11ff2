/** The current speaker in one line, and the spoken language compared with that of the track. */
import type { TrackPage } from '@rostrum/shared/api/captions'
import { useEffect, useState } from 'react'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Clock } from '../../../ui/clock.tsx'
import { FloorFrame } from '../../../ui/floor-frame.tsx'
import { PhaseLabel } from '../../../ui/phase-label.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from './captioner.module.css'

const phaseTexts = { speak: 'floor.speaking', paused: 'captioner.paused', ready: 'floor.calledToSpeak' } as const

const useTick = (): void => {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 250)
    return () => clearInterval(timer)
  }, [])
}

/** `offset`: how far the server's clock is ahead of this device. The clock is shown only while it is right. */
export const CaptionerFloor = ({
  page: { floor, language: own },
  offset,
  isLive,
}: {
  page: TrackPage
  offset: number
  isLive: boolean
}) => {
  const { t, language } = useText()
  useTick()
  if (floor === null)
    return (
      <FloorFrame phase="empty" className={styles.floor} aria-label={t('floor.now')}>
        <p>{t('floor.nobody')}</p>
      </FloorFrame>
    )
  const used = floor.used + (floor.runningSince === null ? 0 : Date.now() + offset - floor.runningSince)
  const phase = floor.runningSince !== null ? 'speak' : floor.started ? 'paused' : 'ready'
  const captioned = formatLanguageName(language.id, own)
  const spoken = floor.language === null || floor.language === own ? null : formatLanguageName(language.id, floor.language)
  return (
    <FloorFrame phase={phase} className={styles.floor} aria-label={t('floor.now')}>
      <PhaseLabel phase={phase}>{t(phaseTexts[phase])}</PhaseLabel>
      <strong>{floor.who === null ? t('give.panel') : <Name>{floor.who}</Name>}</strong>
      <span>
        {spoken === null
          ? t('captioner.captioning', { language: captioned })
          : t('captioner.captioningOther', { spoken, language: captioned })}
      </span>
      {isLive ? (
        <span className={styles.clock}>
          <Clock left={floor.limit - used} label={t('floor.timeLeft', { who: floor.who ?? t('give.panel') })} />
        </span>
      ) : null}
    </FloorFrame>
  )
}
