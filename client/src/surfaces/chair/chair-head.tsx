/** The head of the Chair's screen in one band: the time, the agenda, the delay, the people present, and the tools. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { ReactNode } from 'react'
import { AgendaBand } from '../../features/agenda/staff/agenda-band.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { PresentPeople } from '../../widgets/present-people.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './chair-head.module.css'

export const ChairHead = ({ onGo, children }: { onGo: (to: SegmentId) => void; children: ReactNode }) => {
  const { t } = useText()
  const session = useView((view) => view.session)
  return (
    <header className={styles.head} data-box="head">
      <h1 className="sr">
        <SessionText of={session.title} />
      </h1>
      <AgendaBand onGo={onGo} />
      <div className={styles.state}>
        <ConnectionState />
        {session.rehearsal ? (
          <span title={t('session.rehearsal')}>
            <Chip tone="accent">{t('alert.rehearsal')}</Chip>
          </span>
        ) : null}
        <PresentPeople />
      </div>
      <div className={styles.tools}>
        <PageTools />
        {children}
      </div>
    </header>
  )
}
