/** The room screen, 16:9: before, during and after the session. It shows no notes, no pending names and no delay. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { TopicLine } from '../../features/agenda/public/topic-line.tsx'
import { DisplayAnnouncement } from '../../features/cues/display/display-announcement.tsx'
import { useDisplayCue } from '../../features/cues/display/use-display-cue.ts'
import { DisplayFloor, useDisplayPhase } from '../../features/floor/display/display-floor.tsx'
import { DisplayNext } from '../../features/queue/display/display-next.tsx'
import { DisplayJoin } from '../../features/session/display/display-join.tsx'
import { DisplayStale } from '../../features/session/display/display-stale.tsx'
import { DisplayTop } from '../../features/session/display/display-top.tsx'
import { DisplayWelcome } from '../../features/session/display/display-welcome.tsx'
import { useStaleSince, useView } from '../../session/hooks.tsx'
import type { SessionTicket } from '../../session/session-ticket.ts'
import { useText } from '../../text/use-text.tsx'
import { classNames } from '../../ui/class-names.ts'
import { DisplayFrame } from '../../ui/display-frame.tsx'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import styles from './display.module.css'
import { useJoinInfo } from './use-join-info.ts'

export const Display = ({ ticket }: { ticket: SessionTicket }) => {
  const { t } = useText()
  const phase = useView(({ session }) => session.phase)
  const floorPhase = useDisplayPhase()
  const isStale = useStaleSince() !== null
  const cue = useDisplayCue()
  const isBlank = useView((view) => view.displayBlank === true)
  const joinInfo = useJoinInfo(ticket.joining)
  const join = joinInfo === null ? null : <DisplayJoin joinInfo={joinInfo} large={!isInSession(phase)} />
  // The view stays current while the screen is blank, so that everything is right when it is shown again.
  if (isBlank) return <DisplayFrame phase="empty" label={t('blank.display')} />
  return (
    <DisplayFrame phase={isInSession(phase) ? floorPhase : 'empty'} label={t('role.display')}>
      <DisplayTop />
      {isInSession(phase) ? (
        <div className={classNames(styles.main, isStale && styles.dimmed)}>
          <DisplayFloor cue={cue} />
          <aside className={styles.side}>
            <DisplayNext />
            {join}
          </aside>
        </div>
      ) : (
        <div className={classNames(styles.apart, isStale && styles.dimmed)}>
          <DisplayWelcome />
          {join}
        </div>
      )}
      <footer className={styles.foot}>
        <DisplayFooter />
        <ConnectionState className={styles.live} />
      </footer>
      <DisplayStale />
    </DisplayFrame>
  )
}

/** The latest announcement, or the current topic. */
const DisplayFooter = () => {
  const { t } = useText()
  const phase = useView(({ session }) => session.phase)
  const announcement = useView(({ announcements }) => announcements.at(-1))
  if (announcement) return <DisplayAnnouncement announcement={announcement} />
  return isInSession(phase) ? <TopicLine /> : <p>{t(phase === 'planned' ? 'display.oneList' : 'display.thanks')}</p>
}
