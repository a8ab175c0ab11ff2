/** The phone in the room: three tabs; while I have the floor, only the clock. */
import { useState } from 'react'
import { Notices } from '../../features/cues/everyone/announcements.tsx'
import { MyCueCard, useMyCue } from '../../features/cues/speaker/my-cue.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { type OnFloor, useStanding } from '../../features/my-floor/my-status.ts'
import { useSpokenPlace } from '../../features/my-floor/position/use-spoken-position.ts'
import { MyClock } from '../../features/my-floor/turn/my-clock.tsx'
import { useSpokenQuestions } from '../../features/questions/participant/use-spoken-questions.ts'
import { ConnectionNotice } from '../../features/session/notices/connection-notice.tsx'
import { Rehearsed } from '../../features/session/notices/rehearsal-banner.tsx'
import { Suspended } from '../../features/session/notices/suspension-banner.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { PhoneFrame, PhoneTabs } from '../../ui/phone-frame.tsx'
import { Live } from '../../widgets/connection-state.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { AgendaTab } from './agenda-tab.tsx'
import { FloorBody } from './floor-tab.tsx'
import { Thumb } from './primary-actions.tsx'
import { QuestionsTab } from './questions-tab.tsx'

type Tab = 'floor' | 'questions' | 'agenda'

export const Room = () => {
  const { t } = useText()
  const short = useView(({ session }) => session.short)
  const standing = useStanding()
  const [tab, show] = useState<Tab>('floor')
  useSpokenPlace()
  useSpokenQuestions()
  if ('turn' in standing) return <OwnTurn standing={standing} />
  return (
    <PhoneFrame
      head={{
        title: <bdi>{short}</bdi>,
        tools: (
          <>
            <Live />
            <PageTools bare />
          </>
        ),
      }}
      notice={
        <>
          <ConnectionNotice />
          <Rehearsed />
          <Suspended />
          <Notices />
        </>
      }
      footFollows={standing.kind === 'queued' && standing.ahead > 1}
      foot={tab === 'floor' ? <Thumb standing={standing} /> : undefined}
      tabs={
        <PhoneTabs
          label={t('app.views')}
          current={tab}
          onChange={show}
          tabs={[
            { id: 'floor', icon: 'mic', label: t('me.tab.floor') },
            { id: 'questions', icon: 'bubble', label: t('me.tab.questions') },
            { id: 'agenda', icon: 'agenda', label: t('me.tab.agenda') },
          ]}
        />
      }
    >
      {tab === 'floor' ? <FloorBody standing={standing} /> : null}
      {tab === 'questions' ? <QuestionsTab /> : null}
      {tab === 'agenda' ? <AgendaTab standing={standing} /> : null}
    </PhoneFrame>
  )
}

/** In the room everybody hears who speaks; the clock is told to the one whose time it is. */
const OwnTurn = ({ standing }: { standing: OnFloor }) => {
  useSpokenFloor()
  const cue = useMyCue()
  return (
    <MyClock
      standing={standing}
      notice={
        <>
          <ConnectionNotice />
          <Rehearsed />
          <Suspended />
          <Notices />
        </>
      }
      cue={cue === null ? undefined : <MyCueCard cue={cue} on="floor" />}
    />
  )
}
