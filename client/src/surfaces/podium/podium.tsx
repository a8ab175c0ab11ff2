/** The panel's own screen: who has the floor, the question put to the podium, my own place, and who comes next. */
import { AgendaStripNow } from '../../features/agenda/public/agenda-now.tsx'
import { Notices } from '../../features/cues/everyone/announcements.tsx'
import { MyCueBelow } from '../../features/cues/speaker/my-cue.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { type Standing, useStanding } from '../../features/my-floor/my-status.ts'
import { asked } from '../../features/my-floor/own-commands.ts'
import { useSpokenPlace } from '../../features/my-floor/position/use-spoken-position.ts'
import { Refusal } from '../../features/my-floor/refusal.tsx'
import { Finished, MyFloorBlock, NotNow } from '../../features/my-floor/turn/my-clock.tsx'
import { Coming } from '../../features/queue/public/next-speakers.tsx'
import { ConnectionNotice } from '../../features/session/notices/connection-notice.tsx'
import { Rehearsed } from '../../features/session/notices/rehearsal-banner.tsx'
import { Suspended } from '../../features/session/notices/suspension-banner.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { useStale } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { MaybeStale } from '../../ui/status-banner.tsx'
import styles from './podium.module.css'
import { PodiumFloor } from './podium-floor.tsx'
import { PodiumPlace } from './podium-position.tsx'
import { NextQuestion, PodiumQuestion, PutToMe } from './podium-question.tsx'

export const Podium = () => {
  const { t } = useText()
  const standing = useStanding()
  const stale = useStale() !== null
  useSpokenFloor()
  useSpokenPlace()
  return (
    <div className={styles.page}>
      <SessionBar />
      <ConnectionNotice />
      <Rehearsed />
      <Suspended />
      <Notices />
      <section className={styles.band} aria-label={t('agenda.label')}>
        <AgendaStripNow />
      </section>
      <main className={styles.stage}>
        <div className={styles.floor}>
          <PodiumQuestion />
          <MaybeStale stale={stale} className={styles.block}>
            <Floor standing={standing} />
          </MaybeStale>
          <MyCueBelow />
          <MyEnd standing={standing} />
        </div>
        <div className={styles.side}>
          <PodiumPlace standing={standing} />
          <PutToMe />
          <NextQuestion />
          <Card padded>
            <Coming />
          </Card>
        </div>
      </main>
    </div>
  )
}

/** My own clock while I am called or speak, else whoever has the floor. */
const Floor = ({ standing }: { standing: Standing }) => ('turn' in standing ? <MyFloorBlock standing={standing} /> : <PodiumFloor />)

const MyEnd = ({ standing }: { standing: Standing }) => {
  const { t } = useText()
  if (standing.kind !== 'called' && standing.kind !== 'floor') return null
  return (
    <section className={styles.end} aria-label={t('floor.yourTime')}>
      <Refusal of={asked} />
      {standing.kind === 'floor' ? <Finished turn={standing.turn} look="accent" /> : <NotNow turn={standing.turn} look="accent" />}
    </section>
  )
}
