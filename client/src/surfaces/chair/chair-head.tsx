/** The head of the Chair's screen in one band: the time, the agenda, the delay, the people present, and the tools. */

import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { ReactNode } from 'react'
import { AgendaBand } from '../../features/agenda/staff/agenda-band.tsx'
import { useView } from '../../session/hooks.tsx'
import { formatCrowd } from '../../text/counts.ts'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { PresenceCounts } from '../../ui/top-bar.tsx'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './chair-head.module.css'

export const ChairHead = ({ onGo, children }: { onGo: (to: SegmentId) => void; children: ReactNode }) => {
  const { t, language } = useText()
  const session = useView((view) => view.session)
  const presence = useView((view) => view.presence)
  return (
    <header className={styles.head} data-box="head">
      <h1 className="sr">
        <SessionText of={session.title} />
      </h1>
      <AgendaBand onGo={onGo} />
      <div className={styles.state}>
        <span className={styles.live}>
          <ConnectionState />
          {session.rehearsal ? (
            <span title={t('session.rehearsal')}>
              <Chip tone="accent">{t('alert.rehearsal')}</Chip>
            </span>
          ) : null}
        </span>
        <PresenceCounts
          room={t('session.inRoom', { n: formatCrowd(t, language.id, presence.room) })}
          remote={t('session.remote', { n: formatCrowd(t, language.id, presence.remote) })}
        />
      </div>
      <div className={styles.tools}>
        <PageTools />
        {children}
      </div>
    </header>
  )
}
