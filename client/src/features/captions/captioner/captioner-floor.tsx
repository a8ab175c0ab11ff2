/** The current speaker in one line, and the spoken language compared with that of the track. */
import type { TrackPage } from '@rostrum/shared/api/captions'
import { useEffect, useState } from 'react'
import { formatEntity } from '../../../text/labels.ts'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { captionerFloor } from '../../../ui/floor-layouts.ts'

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
  const label = t('floor.now')
  if (floor === null) return <Floor layout={captionerFloor} phase="empty" label={label} sub={t('floor.nobody')} />
  const used = floor.used + (floor.runningSince === null ? 0 : Date.now() + offset - floor.runningSince)
  const phase = floor.runningSince !== null ? 'speak' : floor.started ? 'paused' : 'ready'
  const captioned = formatLanguageName(language.id, own)
  const spoken = floor.language === null || floor.language === own ? null : formatLanguageName(language.id, floor.language)
  const who = floor.who === null ? t('give.panel') : formatEntity(t, { entity: floor.who, toConfirm: floor.toConfirm })
  return (
    <Floor
      layout={captionerFloor}
      phase={phase}
      phaseText={t(phaseTexts[phase])}
      label={label}
      who={who}
      whoIs={floor.who === null ? 'sentence' : 'name'}
      sub={
        spoken === null
          ? t('captioner.captioning', { language: captioned })
          : t('captioner.captioningOther', { spoken, language: captioned })
      }
      clock={isLive ? { left: floor.limit - used, label: t('floor.timeLeft', { who }) } : undefined}
    />
  )
}
