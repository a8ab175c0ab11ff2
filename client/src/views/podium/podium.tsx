/** The panel's own screen: who has the floor, the question that is being answered, and who comes next. */
import { AgendaBand } from '../../features/agenda/agenda-band.tsx'
import { ChairFloor } from '../../features/floor/chair-floor.tsx'
import { useSpokenFloor } from '../../features/floor/use-spoken-floor.ts'
import { ConnectionNotice } from '../../features/session/connection-notice.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import styles from './podium.module.css'

export const Podium = () => {
  useSpokenFloor()
  return (
    <div className={styles.page}>
      <SessionBar />
      <ConnectionNotice />
      <AgendaBand />
      <main className={styles.stage}>
        <ChairFloor />
      </main>
    </div>
  )
}
