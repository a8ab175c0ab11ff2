/**
 * The page of interpreters: the speaker and the pace, the text, the next speakers, and the partner. Nothing on it makes a sound or flashes.
 */
import { HandoverCard } from '../../features/booth/handover/handover-card.tsx'
import { PartnerCard } from '../../features/booth/partner/partner-card.tsx'
import { TextCard } from '../../features/booth/text/text-card.tsx'
import { useBoothFeed } from '../../features/booth/use-booth.ts'
import { PaceCard } from '../../features/captions/booth/pace-card.tsx'
import { usePace } from '../../features/captions/booth/use-pace.ts'
import { BoothCues } from '../../features/cues/booth/booth-cues.tsx'
import { BoothFloor } from '../../features/floor/booth/booth-floor.tsx'
import { NextFive } from '../../features/queue/booth/next-five.tsx'
import { useStaleSince } from '../../session/hooks.tsx'
import { StaleContent } from '../../ui/status-banner.tsx'
import { useDarkRoom } from '../../ui/use-theme.ts'
import { useWakeLock } from '../../ui/use-wake-lock.ts'
import { RefusalMessage } from '../../widgets/refusal-message.tsx'
import { SessionBanners } from '../frame/session-banners.tsx'
import styles from './booth.module.css'
import { BoothBar } from './booth-bar.tsx'

export const Booth = () => {
  const pace = usePace()
  const isStale = useStaleSince() !== null
  useDarkRoom()
  useWakeLock(true)
  useBoothFeed()
  return (
    <div className={styles.page}>
      <div>
        <BoothBar />
        <SessionBanners />
      </div>
      <main className={styles.booth} tabIndex={-1}>
        <div className={styles.column}>
          <StaleContent stale={isStale}>
            <BoothFloor />
          </StaleContent>
          {pace === null ? null : (
            <StaleContent stale={isStale}>
              <PaceCard pace={pace} />
            </StaleContent>
          )}
          <StaleContent stale={isStale} className={styles.text}>
            <TextCard />
          </StaleContent>
          <RefusalMessage area="controls" />
          <BoothCues isFast={pace?.isFast ?? false} />
        </div>
        <div className={styles.column}>
          <StaleContent stale={isStale} className={styles.next}>
            <NextFive />
          </StaleContent>
          <StaleContent stale={isStale}>
            <HandoverCard />
          </StaleContent>
          <PartnerCard />
        </div>
      </main>
    </div>
  )
}
