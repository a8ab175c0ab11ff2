/**
 * The overlay for OBS and vMix, over a picture: the speaker, the clock, the question, the next speaker and the Chair's prompt. It shows
 * nothing rather than old content.
 */

import { isInSession } from '@rostrum/shared/contract/enums'
import { useEffect } from 'react'
import { OverlayCaptions } from '../../features/captions/display/display-captions.tsx'
import { OverlayFloor } from '../../features/floor/overlay/overlay-floor.tsx'
import { OverlayNext } from '../../features/queue/overlay/overlay-next.tsx'
import { OverlaySense } from '../../features/sense/overlay/overlay-sense.tsx'
import { useIsCurrent, useView } from '../../session/hooks.tsx'
import type { OverlayOptions, OverlaySize } from '../../session/overlay-address.ts'
import { useText } from '../../text/use-text.tsx'
import { useFit } from '../../ui/use-fit.ts'
import styles from './overlay.module.css'

/** How much gives way, by the style sheet, until all of it fits. */
const smallerSizes = 4

/** The width of the picture in units. */
const unitsBySize = { normal: 120, large: 100 } as const satisfies Readonly<Record<OverlaySize, number>>

/** 1rem is a fraction of the picture's inline size, so that the overlay looks alike at 1280 × 720 and 1920 × 1080. */
const useUnits = (units: number): void =>
  useEffect(() => {
    document.documentElement.style.fontSize = `calc(min(100vi, 100vb * 16 / 9) / ${units})`
  }, [units])

export const Overlay = ({ options: { parts, at, size, captions } }: { options: OverlayOptions }) => {
  const { t } = useText()
  const isCurrent = useIsCurrent()
  const isBlank = useView((view) => view.displayBlank === true)
  const inSession = useView(({ session }) => isInSession(session.phase))
  const title = useView(({ session }) => session.short)
  const box = useFit<HTMLElement>(smallerSizes)
  useUnits(unitsBySize[size])
  useEffect(() => {
    document.title = t('pair.comma', { first: title, second: t('overlay.title') })
  }, [title, t])
  return (
    <main ref={box} className={styles.picture} data-at={at} data-hidden={!isCurrent || isBlank || !inSession || undefined}>
      {parts.includes('sense') ? <OverlaySense /> : null}
      {captions === null ? null : <OverlayCaptions language={captions} />}
      <div className={styles.bar}>
        <OverlayFloor parts={parts} />
        {parts.includes('next') ? <OverlayNext /> : null}
      </div>
    </main>
  )
}
