/** The panel's own screen: who has the floor, the question put to the podium, my own place, and who comes next. */
import { AgendaStripNow } from '../../features/agenda/agenda-now.tsx'
import { MyCueBelow } from '../../features/cues/my-cue.tsx'
import { Notices } from '../../features/cues/notices.tsx'
import { useSpokenFloor } from '../../features/floor/use-spoken-floor.ts'
import { asked } from '../../features/my-floor/asked.ts'
import { Finished, MyFloorBlock, NotNow } from '../../features/my-floor/my-clock.tsx'
import { Refusal } from '../../features/my-floor/refusal.tsx'
import { type Standing, useStanding } from '../../features/my-floor/standing.ts'
import { useSpokenPlace } from '../../features/my-floor/use-spoken-place.ts'
import { Coming } from '../../features/queue/coming.tsx'
import { ConnectionNotice } from '../../features/session/connection-notice.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { Rehearsed } from '../../features/session/rehearsed.tsx'
import { Suspended } from '../../features/session/suspended.tsx'
import { useStale } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { MaybeStale } from '../../ui/notice.tsx'
import { PodiumFloor } from './podium-floor.tsx'
import styles from './podium.module.css'
import { PodiumPlace } from './podium-place.tsx'
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
