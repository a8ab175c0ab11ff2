/** The phone in the room: three tabs. While I have the floor, only the clock. */
import { useState } from 'react'
import { MyCueCard, useMyCue } from '../../features/cues/speaker/my-cue.tsx'
import { PhoneFloor } from '../../features/floor/public/phone-floor.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { type MyStatus, type OwnTurnStatus, useMyStatus } from '../../features/my-floor/my-status.ts'
import { useSpokenPosition } from '../../features/my-floor/position/use-spoken-position.ts'
import { PrimaryActions } from '../../features/my-floor/primary-actions.tsx'
import { useFloorOnEntry } from '../../features/my-floor/requests/use-floor-on-entry.ts'
import { useOwnTextEnd } from '../../features/my-floor/text/use-own-text.ts'
import { FinishButton, MyClock } from '../../features/my-floor/turn/my-clock.tsx'
import { useMyTurn } from '../../features/my-floor/turn/my-turn.ts'
import { useSignals } from '../../features/my-floor/turn/use-signals.ts'
import { useTurnTitle } from '../../features/my-floor/turn/use-turn-title.ts'
import { usePageStage } from '../../features/my-floor/use-page-stage.ts'
import { useSpokenQuestions } from '../../features/questions/participant/use-spoken-questions.ts'
import { SenseNotice } from '../../features/sense/participant/sense-notice.tsx'
import { useIsSenseOpen } from '../../features/sense/prompt-stage.ts'
import { useSpokenSession } from '../../features/session/notices/use-spoken-session.ts'
import { useView } from '../../session/hooks.tsx'
import { usePhoneText } from '../../text/use-text.tsx'
import { GuardedPage } from '../../ui/guarded-page.tsx'
import { PhoneFrame, PhoneTabs } from '../../ui/phone-frame.tsx'
import { useFocusOnEntry, useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useWakeLock } from '../../ui/use-wake-lock.ts'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import { deferPart } from '../../widgets/load-when-asked.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import { SessionBanners } from '../frame/session-banners.tsx'
import { FloorTab } from './floor-tab.tsx'
import { Captions, useHasCaptions } from './room-captions.tsx'

/** Loaded when they are opened, to keep the first page of a phone small. */
const QuestionsTab = deferPart(async () => (await import('./questions-tab.tsx')).QuestionsTab)
const AgendaTab = deferPart(async () => (await import('./agenda-tab.tsx')).AgendaTab)

type Tab = 'floor' | 'questions' | 'agenda'

export const Room = () => {
  const status = useMyStatus()
  return (
    <GuardedPage stage={usePageStage(status)}>
      <RoomPage status={status} />
    </GuardedPage>
  )
}

const RoomPage = ({ status }: { status: MyStatus }) => {
  const { t } = usePhoneText()
  const short = useView(({ session }) => session.short)
  const isAsked = useIsSenseOpen()
  useWakeLock('turn' in status || status.kind === 'next')
  const [tab, setTab] = useState<Tab>('floor')
  const [readsCaptions, setReadsCaptions] = useState(false)
  useFloorOnEntry()
  useSpokenSession()
  useSpokenPosition()
  useKeptFocus()
  useFocusOnEntry()
  useTurnTitle(status)
  useSignals(status)
  useOwnTextEnd()
  useSpokenQuestions()
  const hasCaptions = useHasCaptions()
  const isReading = tab === 'floor' && readsCaptions && hasCaptions
  const read = (reads: boolean) => {
    setTab('floor')
    setReadsCaptions(reads)
  }
  if ('turn' in status) return <OwnTurn status={status} />
  return (
    <PhoneFrame
      head={{
        title: <SessionText of={short} />,
        tools: (
          <>
            <ConnectionState />
            {hasCaptions ? <Captions.Button isOpen={isReading} onPress={() => read(!isReading)} /> : null}
            <PageTools bare />
          </>
        ),
      }}
      banners={
        <>
          <SessionBanners saysSuspension={tab !== 'floor' || isReading} />
          {tab === 'floor' && !isReading ? null : <SenseNotice onAnswer={() => read(false)} />}
        </>
      }
      page={tab}
      isFilled={isReading}
      foot={
        isReading ? (
          <Captions.Foot status={status} />
        ) : tab === 'floor' && !(isAsked && status.kind === 'idle') ? (
          <PrimaryActions status={status} />
        ) : undefined
      }
      tabs={
        <PhoneTabs
          label={t('app.views')}
          current={tab}
          onChange={(next) => {
            if (next === tab) setReadsCaptions(false)
            setTab(next)
          }}
          tabs={[
            { id: 'floor', icon: 'mic', label: t('me.tab.floor') },
            { id: 'questions', icon: 'bubble', label: t('me.tab.questions') },
            { id: 'agenda', icon: 'agenda', label: t('me.tab.agenda') },
          ]}
        />
      }
    >
      {isReading ? <Captions.Page onClose={() => read(false)} /> : null}
      {tab === 'floor' && !isReading ? <FloorTab status={status} onCaptions={() => read(true)} /> : null}
      {tab === 'questions' ? <QuestionsTab onCaptions={() => read(true)} /> : null}
      {tab === 'agenda' ? <AgendaTab status={status} /> : null}
    </PhoneFrame>
  )
}

/** People in the room hear who speaks. The clock is spoken only to the person whose time it is. */
const OwnTurn = ({ status }: { status: OwnTurnStatus }) => {
  useSpokenFloor('own')
  const cue = useMyCue()
  const { eyebrow } = useMyTurn(status)
  const [reads, read] = useState(false)
  const hasCaptions = useHasCaptions()
  if (hasCaptions && reads)
    return (
      <PhoneFrame
        banners={<SessionBanners />}
        isFilled
        foot={
          <>
            <PhoneFloor />
            <strong>{eyebrow}</strong>
            {cue === null ? null : <MyCueCard cue={cue} />}
            {status.kind === 'floor' ? <FinishButton turn={status.turn} look="accent" /> : null}
          </>
        }
      >
        <Captions.Page onClose={() => read(false)} />
      </PhoneFrame>
    )
  return (
    <MyClock
      status={status}
      connectionNotice={<SessionBanners saysRefusal={false} />}
      cue={cue === null ? undefined : <MyCueCard cue={cue} on="floor" />}
      captions={
        hasCaptions
          ? { words: <Captions.Words />, button: <Captions.Button look="floor" isOpen={false} onPress={() => read(true)} /> }
          : undefined
      }
    />
  )
}
