/** The preparation of a session: what is there, and what is still missing. */
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import type { ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PhaseChip } from './phase-chip.tsx'

/** `agenda`: how full the agenda is. */
export const ReadyChips = ({ session, agenda }: { session: SessionSummary; agenda: ReactNode }) => {
  const { t } = useText()
  const { phase, meetingLink } = session
  return (
    <>
      <PhaseChip session={session} />
      {agenda}
      <PeopleChip session={session} />
      {meetingLink || phase === 'closed' ? null : (
        <Chip tone="warn" icon="clock">
          {t('home.noMeeting')}
        </Chip>
      )}
    </>
  )
}

/** If people can join by code, nobody has to be registered before. */
const PeopleChip = ({ session: { counts, phase, walkIns } }: { session: SessionSummary }) => {
  const { t } = useText()
  if (counts.people > 0)
    return (
      <Chip tone="good" icon="check">
        {t('home.people', { n: counts.people })}
      </Chip>
    )
  if (phase !== 'planned') return <Chip>{t('home.people', { n: 0 })}</Chip>
  return walkIns ? (
    <Chip>{t('home.nobody')}</Chip>
  ) : (
    <Chip tone="warn" icon="clock">
      {t('home.nobody')}
    </Chip>
  )
}
