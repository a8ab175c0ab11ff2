/** The head of a surface: the session, who is present, and the state of the connection. */

import { pickWording } from '@rostrum/shared/kernel/wording'
import type { ReactNode } from 'react'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { TopBar } from '../../ui/top-bar.tsx'
import { Name } from '../../ui/written.tsx'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { PresentPeople } from '../../widgets/present-people.tsx'
import { SessionText } from '../../widgets/session-text.tsx'

type SessionBarProps = { series?: ReactNode; counted?: boolean; aside?: ReactNode; children?: ReactNode }

/**
 * `series`: shown before the title in place of the session's series. `counted`: shows how many people are in the room and remote.
 * `aside`: replaces that count.
 */
export const SessionBar = ({ series, counted = true, aside, children }: SessionBarProps) => {
  const { t, language } = useText()
  const session = useView((view) => view.session)
  const before = series ?? (session.series === null ? undefined : <Name>{t('pair.lead', { first: session.series })}</Name>)
  return (
    <TopBar
      series={before}
      title={<SessionText of={session.title} />}
      wholeTitle={pickWording(session.title, language.id)}
      aside={aside ?? (counted ? <PresentPeople /> : undefined)}
      live={<ConnectionState />}
    >
      <PageTools />
      {children}
    </TopBar>
  )
}
