/** The phone in the room: three tabs. While I have the floor, only the clock. */
import { lazy, Suspense, useState } from 'react'
import { MyCueCard, useMyCue } from '../../features/cues/speaker/my-cue.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { type OwnTurnStatus, useMyStatus } from '../../features/my-floor/my-status.ts'
import { useSpokenPosition } from '../../features/my-floor/position/use-spoken-position.ts'
import { useOwnTextEnd } from '../../features/my-floor/text/use-own-text.ts'
import { MyClock } from '../../features/my-floor/turn/my-clock.tsx'
import { useSignals } from '../../features/my-floor/turn/signal-choice.tsx'
import { useTurnTitle } from '../../features/my-floor/turn/use-turn-title.ts'
import { useSpokenQuestions } from '../../features/questions/participant/use-spoken-questions.ts'
import { SenseNotice } from '../../features/sense/participant/sense-notice.tsx'
import { useIsSenseOpen } from '../../features/sense/prompt-stage.ts'
import { useView } from '../../session/hooks.tsx'
import { usePhoneText } from '../../text/use-text.tsx'
import { PhoneFrame, PhoneTabs } from '../../ui/phone-frame.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useWakeLock } from '../../ui/use-wake-lock.ts'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import { loadWhenAsked } from '../../widgets/load-when-asked.ts'
import { PageTools } from '../../widgets/page-tools.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import { SessionBanners } from '../frame/session-banners.tsx'
import { AgendaTab } from './agenda-tab.tsx'
import { FloorTab } from './floor-tab.tsx'
import { PrimaryActions } from './primary-actions.tsx'
import { QuestionsTab } from './questions-tab.tsx'

/** Loaded only if there are captions, to keep the first page of a phone small. */
const PhoneCaptions = lazy(async () => ({
  default: await loadWhenAsked(async () => (await import('../../features/captions/reading/phone-captions.tsx')).PhoneCaptions),
}))

type Tab = 'floor' | 'questions' | 'agenda'

export const Room = () => {
  const { t } = usePhoneText()
  const short = useView(({ session }) => session.short)
  const status = useMyStatus()
  const isAsked = useIsSenseOpen()
  useWakeLock('turn' in status)
  const [tab, setTab] = useState<Tab>('floor')
  const [readsCaptions, setReadsCaptions] = useState(false)
  useSpokenPosition()
  useKeptFocus()
  useTurnTitle(status)
  useSignals(status)
  useOwnTextEnd()
  useSpokenQuestions()
  const answer = () => {
    setTab('floor')
    setReadsCaptions(false)
  }
  if ('turn' in status) return <OwnTurn status={status} />
  return (
    <PhoneFrame
      head={{
        title: <SessionText of={short} />,
        tools: (
          <>
            <ConnectionState />
            <PageTools bare />
          </>
        ),
      }}
      banners={
        <>
          <SessionBanners />
          {tab === 'floor' && !readsCaptions ? null : <SenseNotice onAnswer={answer} />}
        </>
      }
      foot={tab === 'floor' && !readsCaptions && !(isAsked && status.kind === 'idle') ? <PrimaryActions status={status} /> : undefined}
      tabs={
        <PhoneTabs
          label={t('app.views')}
          current={tab}
          onChange={(next) => {
            setTab(next)
            setReadsCaptions(false)
          }}
          tabs={[
            { id: 'floor', icon: 'mic', label: t('me.tab.floor') },
            { id: 'questions', icon: 'bubble', label: t('me.tab.questions') },
            { id: 'agenda', icon: 'agenda', label: t('me.tab.agenda') },
          ]}
        />
      }
    >
      {tab === 'floor' && readsCaptions ? (
        <Suspense fallback={null}>
          <PhoneCaptions onClose={() => setReadsCaptions(false)} />
        </Suspense>
      ) : null}
      {tab === 'floor' && !readsCaptions ? <FloorTab status={status} onCaptions={() => setReadsCaptions(true)} /> : null}
      {tab === 'questions' ? <QuestionsTab /> : null}
      {tab === 'agenda' ? <AgendaTab status={status} /> : null}
    </PhoneFrame>
  )
}

/** People in the room hear who speaks. The clock is spoken only to the person whose time it is. */
const OwnTurn = ({ status }: { status: OwnTurnStatus }) => {
  useSpokenFloor()
  const cue = useMyCue()
  return (
    <MyClock status={status} connectionNotice={<SessionBanners />} cue={cue === null ? undefined : <MyCueCard cue={cue} on="floor" />} />
  )
}
