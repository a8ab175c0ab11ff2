/** The room screen, 4:3 or 16:9, before, during and after the session. It shows no notes, no pending names and no delay. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import { isInSession } from '@rostrum/shared/contract/enums'
import type { ReactNode } from 'react'
import { DisplayTopic } from '../../features/agenda/display/display-topic.tsx'
import { TopicLine } from '../../features/agenda/display/topic-line.tsx'
import { useNewTopic } from '../../features/agenda/display/use-new-topic.ts'
import { DisplayCaptionChoice, DisplayCaptions, useDisplayCaptions } from '../../features/captions/display/display-captions.tsx'
import { DisplayAnnouncement } from '../../features/cues/display/display-announcement.tsx'
import { useDisplayCue } from '../../features/cues/display/use-display-cue.ts'
import { DisplayFloor, useDisplayPhase } from '../../features/floor/display/display-floor.tsx'
import { DisplayFloorStrip } from '../../features/floor/display/display-floor-strip.tsx'
import { DisplayNext } from '../../features/queue/display/display-next.tsx'
import { DisplayQueueLine } from '../../features/queue/display/display-queue-status.tsx'
import { DisplaySense, useDisplaySense } from '../../features/sense/display/display-sense.tsx'
import { DisplayCode, DisplayJoin, DisplayJoinBelow } from '../../features/session/display/display-join.tsx'
import { DisplaySettings } from '../../features/session/display/display-settings.tsx'
import { DisplayStale } from '../../features/session/display/display-stale.tsx'
import { DisplayTop } from '../../features/session/display/display-top.tsx'
import { DisplayWelcome } from '../../features/session/display/display-welcome.tsx'
import { useStaleSince, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { classNames } from '../../ui/class-names.ts'
import { DisplayFrame } from '../../ui/display-frame.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import { useLanguageTurns } from '../../widgets/display-languages.ts'
import styles from './display.module.css'
import { useJoinInfo } from './use-join-info.ts'

export const Display = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useText()
  const phase = useView(({ session }) => session.phase)
  const floorPhase = useDisplayPhase()
  const isStale = useStaleSince() !== null
  const cue = useDisplayCue()
  const newTopic = useNewTopic()
  const sense = useDisplaySense()
  const announcement = useView(({ announcements }) => announcements.at(-1))
  const isBlank = useView((view) => view.displayBlank === true)
  useLanguageTurns()
  const joinInfo = useJoinInfo(ticket.joining)
  const join = joinInfo === null ? null : <DisplayJoin joinInfo={joinInfo} large={!isInSession(phase)} />
  // The view stays current while the screen is blank, so that it is right when it is shown again.
  if (isBlank) return <DisplayFrame phase="empty" label={t('blank.display')} />
  return (
    <DisplayFrame phase={isInSession(phase) ? floorPhase : 'empty'} label={t('role.display')}>
      {sense && isInSession(phase) ? <DisplayFloorStrip /> : <DisplayTop />}
      {sense && isInSession(phase) ? (
        <DisplaySense prompt={sense} join={joinInfo === null ? null : <DisplayJoinBelow joinInfo={joinInfo} />} />
      ) : newTopic ? (
        <DisplayTopic segment={newTopic} />
      ) : (
        <div className={classNames(isInSession(phase) ? styles.main : styles.apart, isStale && styles.dimmed)}>
          {isInSession(phase) ? <DisplayFloor cue={cue} /> : <DisplayWelcome />}
          {isInSession(phase) ? <DisplaySide>{join}</DisplaySide> : join}
        </div>
      )}
      <footer>
        <div className={styles.foot}>
          {newTopic ? <DisplayQueueLine /> : <DisplayFooter />}
          {newTopic && joinInfo !== null ? <DisplayCode joinInfo={joinInfo} /> : null}
          <ConnectionState className={styles.live} />
        </div>
        {announcement ? <DisplayAnnouncement announcement={announcement} /> : null}
      </footer>
      <DisplayStale />
      <DisplaySettings>{(className) => <DisplayCaptionChoice className={className} />}</DisplaySettings>
    </DisplayFrame>
  )
}

/** The number of sizes below the first in the style sheet of `DisplayNext`. */
const smallerSizes = 6

const DisplaySide = ({ children }: { children: ReactNode }) => {
  const box = useFit<HTMLElement>(smallerSizes)
  return (
    <aside ref={box} data-column="" className={styles.side}>
      <DisplayNext />
      {children}
    </aside>
  )
}

const DisplayFooter = () => {
  const { t } = useText()
  const phase = useView(({ session }) => session.phase)
  const captions = useDisplayCaptions()
  if (isInSession(phase) && captions !== null) return <DisplayCaptions language={captions} />
  return isInSession(phase) ? <TopicLine /> : <p>{t(phase === 'planned' ? 'display.oneList' : 'display.thanks')}</p>
}
