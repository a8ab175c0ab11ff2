/** The room screen, 4:3 or 16:9, before, during and after the session. It shows no notes, no pending names and no delay. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import { interrupts } from '@rostrum/shared/contract/kinds'
import type { ReactNode } from 'react'
import { DisplayOpening, useIsOpening } from '../../features/agenda/display/display-opening.tsx'
import { DisplayTopic, useHasSessionTitle } from '../../features/agenda/display/display-topic.tsx'
import { TopicLine } from '../../features/agenda/display/topic-line.tsx'
import { useCurrentSegment, useNewTopic } from '../../features/agenda/display/use-new-topic.ts'
import {
  DisplayCaptionChoice,
  DisplayCaptions,
  useDisplayCaptions,
  useHasCaptionBand,
} from '../../features/captions/display/display-captions.tsx'
import { DisplayAnnouncement } from '../../features/cues/display/display-announcement.tsx'
import { useDisplayCue } from '../../features/cues/display/use-display-cue.ts'
import { DisplayFloor, useDisplayPhase } from '../../features/floor/display/display-floor.tsx'
import { DisplayFloorStrip } from '../../features/floor/display/display-floor-strip.tsx'
import { DisplaySuspendedTurns } from '../../features/floor/display/display-kept.tsx'
import { DisplayListLine } from '../../features/queue/display/display-list-line.tsx'
import { DisplayNext, useHasNext } from '../../features/queue/display/display-next.tsx'
import { DisplayWaiting } from '../../features/queue/display/display-waiting.tsx'
import { DisplaySense, DisplaySenseLine, useDisplaySense } from '../../features/sense/display/display-sense.tsx'
import { DisplayJoin, DisplayJoinLarge, type Joining } from '../../features/session/display/display-join.tsx'
import { DisplaySettings } from '../../features/session/display/display-settings.tsx'
import { DisplayStale } from '../../features/session/display/display-stale.tsx'
import { DisplaySuspended } from '../../features/session/display/display-suspended.tsx'
import { DisplayTop } from '../../features/session/display/display-top.tsx'
import { DisplayWelcome } from '../../features/session/display/display-welcome.tsx'
import { useConnectionStatus, useStaleSince, useView } from '../../session/hooks.tsx'
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
  const stage = useStage()
  const isStale = useStaleSince() !== null
  const dimmed = isStale && styles.dimmed
  const floorPhase = useDisplayPhase()
  const isLive = useConnectionStatus().kind === 'live'
  const announcement = useView(({ announcements }) => announcements.at(-1))
  const isBlank = useView((view) => view.displayBlank === true)
  const captions = useDisplayCaptions()
  const hasBand = useHasCaptionBand(captions)
  const hasSessionTitle = useHasSessionTitle(useCurrentSegment())
  useLanguageTurns()
  const joining = useJoinInfo(ticket.joining)
  // The view stays current while the screen is blank, so that it is right when it is shown again.
  if (isBlank) return <DisplayFrame phase="empty" label={t('blank.display')} />
  const isApart = stage === 'before' || stage === 'after'
  // A topic that fills the screen is not repeated at its edge.
  const isLarge = stage === 'topic' || stage === 'opening' || stage === 'nobody'
  const topic = isApart || isLarge ? null : <TopicLine />
  const hasCaptions = hasBand && !isApart
  return (
    <DisplayFrame
      phase={stage === 'suspended' ? 'paused' : stage === 'floor' || stage === 'sense' ? floorPhase : 'empty'}
      label={t('role.display')}
    >
      {stage === 'sense' ? (
        <div className={classNames(dimmed)}>
          <DisplayFloorStrip />
        </div>
      ) : (
        <DisplayTop topic={hasCaptions ? topic : null} isTitled={stage !== 'opening' && (stage !== 'nobody' || !hasSessionTitle)} />
      )}
      <DisplayStage stage={stage} joining={joining} dimmed={dimmed} />
      <footer>
        {stage === 'sense' ? <DisplayListLine /> : <DisplaySenseLine />}
        {captions === null || isApart ? null : <DisplayCaptions language={captions} />}
        <div className={styles.foot}>
          {hasCaptions && stage !== 'sense' ? null : topic}
          {isApart ? <p>{t(stage === 'before' ? 'display.oneList' : 'display.thanks')}</p> : null}
          {/* The notice of a stale screen says it in words. */}
          {(isApart || !isLive) && !isStale ? <ConnectionState className={styles.live} /> : null}
        </div>
        {announcement ? <DisplayAnnouncement announcement={announcement} /> : null}
      </footer>
      <DisplayStale />
      <DisplaySettings>{(className) => <DisplayCaptionChoice className={className} />}</DisplaySettings>
    </DisplayFrame>
  )
}

type DisplayStageName = 'before' | 'after' | 'suspended' | 'topic' | 'sense' | 'opening' | 'nobody' | 'floor'

/** Returns the subject of the large type. Of two things that are true at once, the first in this order has it. */
const useStage = (): DisplayStageName => {
  const phase = useView(({ session }) => session.phase)
  const hasPoint = useView(({ floor }) => floor.interrupted !== null || interrupts(floor.current?.kind))
  const isEmpty = useView(({ floor }) => floor.current === null)
  const newTopic = useNewTopic()
  const isOpening = useIsOpening(useCurrentSegment())
  const sense = useDisplaySense()
  const isOvertaken = useView(
    ({ floor: { current }, prompt }) => prompt?.status === 'published' && current !== null && current.calledAt >= (prompt.decidedAt ?? 0),
  )
  if (phase === 'planned') return 'before'
  if (phase === 'closed') return 'after'
  // The clock of a point of order stands still too. Its speaker and the interrupted one stay in view.
  if (phase === 'suspended') return 'suspended'
  if (hasPoint) return 'floor'
  // A sentence closes soon, and a topic stays.
  if (newTopic && sense?.status !== 'open') return 'topic'
  // The speaker comes first once somebody is called after the result. The result is there in between, until it is taken down.
  if (sense && !isOvertaken) return 'sense'
  if (!isEmpty) return 'floor'
  return isOpening ? 'opening' : 'nobody'
}

type DisplayStageProps = { stage: DisplayStageName; joining: Joining | null; dimmed: string | false | undefined }

const DisplayStage = ({ stage, joining, dimmed }: DisplayStageProps) => {
  const { t } = useText()
  const cue = useDisplayCue()
  const sense = useDisplaySense()
  const segment = useCurrentSegment()
  const hasNext = useHasNext()
  const large = joining === null ? null : <DisplayJoinLarge joining={joining} />
  if (stage === 'sense' && sense)
    return (
      <div className={classNames(styles.whole, dimmed)}>
        <DisplaySense prompt={sense} />
      </div>
    )
  // At a new topic and in the opening those who wait look for their place. While nobody waits, everybody joins, so the code is large.
  if (stage === 'floor' || stage === 'nobody' || stage === 'sense' || ((stage === 'topic' || stage === 'opening') && hasNext))
    return (
      <div className={classNames(styles.main, dimmed)}>
        {stage === 'topic' && segment ? (
          <DisplayTopic segment={segment} isShared />
        ) : stage === 'opening' && segment ? (
          <DisplayOpening segment={segment} isShared />
        ) : stage === 'nobody' && segment ? (
          <DisplayTopic segment={segment} isShared note={t('floor.nobody')} />
        ) : (
          <DisplayFloor cue={cue} />
        )}
        <DisplaySide>{joining === null ? null : <DisplayJoin joining={joining} />}</DisplaySide>
      </div>
    )
  return (
    <div className={classNames(styles.apart, dimmed)}>
      {stage === 'topic' && segment ? (
        <DisplayTopic segment={segment} />
      ) : stage === 'opening' && segment ? (
        <DisplayOpening segment={segment} isShared={false} />
      ) : stage === 'suspended' ? (
        <DisplaySuspended>
          <DisplaySuspendedTurns />
          <DisplayWaiting />
        </DisplaySuspended>
      ) : (
        <DisplayWelcome />
      )}
      {stage === 'after' ? null : large}
    </div>
  )
}

/** The number of sizes below the first in the style sheets of `DisplayNext` and `DisplayJoin`. */
const smallerSizes = 9
/** The smallest of them with a code that the last row can scan. The guiding question goes before that, and before a name does. */
const wholeCode = 3

const DisplaySide = ({ children }: { children: ReactNode }) => {
  const box = useFit<HTMLElement>(smallerSizes, undefined, wholeCode)
  return (
    <aside ref={box} data-column="" className={styles.side}>
      <DisplayNext />
      {children}
    </aside>
  )
}
