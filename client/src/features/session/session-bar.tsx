/** The head of the driving screens: which session, who is there, whether it is live. */
import type { ReactNode } from 'react'
import { useView } from '../../session/hooks.tsx'
import { crowdText } from '../../text/counts.ts'
import { useText } from '../../text/use-text.tsx'
import { Presence, TopBar } from '../../ui/top-bar.tsx'
import { Live } from '../../widgets/connection-state.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'

type SessionBarProps = { series?: ReactNode; counted?: boolean; aside?: ReactNode; children?: ReactNode }

/** `series`: what stands before the title in place of the session's series. `counted`: with how many are in the room and remote. `aside`: in place of that count. */
export const SessionBar = ({ series, counted = true, aside, children }: SessionBarProps) => {
  const { t, language } = useText()
  const session = useView((view) => view.session)
  const presence = useView((view) => view.presence)
  const before =
    series ??
    (session.series === null ? undefined : (
      <>
        <bdi>{session.series}</bdi>:
      </>
    ))
  return (
    <TopBar
      series={before}
      title={<bdi>{session.title}</bdi>}
      aside={
        aside ??
        (counted ? (
          <Presence
            room={t('session.inRoom', { n: crowdText(t, language.id, presence.room) })}
            remote={t('session.remote', { n: crowdText(t, language.id, presence.remote) })}
          />
        ) : undefined)
      }
      live={<Live />}
    >
      <PageTools />
      {children}
    </TopBar>
  )
}
