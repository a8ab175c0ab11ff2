/** How far a session is prepared: what is there, and what is still missing. */
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { sumIn } from './plan-reckoning.ts'
import { PhaseChip } from './session-list.tsx'
import { type Summary, useOrganiserAnswer } from './use-organiser.ts'

export const ReadyChips = ({ secret, session }: { secret: string; session: Summary }) => {
  const { t } = useText()
  const { id, phase, meetingLink } = session
  return (
    <>
      <PhaseChip session={session} />
      <AgendaChip secret={secret} id={id} />
      <PeopleChip session={session} />
      {meetingLink || phase === 'closed' ? null : (
        <Chip tone="warn" icon="clock">
          {t('home.noMeeting')}
        </Chip>
      )}
    </>
  )
}

const AgendaChip = ({ secret, id }: { secret: string; id: string }) => {
  const { t } = useText()
  const { answer } = useOrganiserAnswer<{ readonly plan: PlanFile }>(secret, `/api/sessions/${id}/plan`)
  if (answer === null || !answer.ok) return null
  const { planned, over } = sumIn(answer.value.plan)
  return over > 0 ? (
    <Chip tone="warn" icon="clock">
      {t('home.agendaTooLong', { n: over })}
    </Chip>
  ) : (
    <Chip tone="good" icon="check">
      {t('home.agenda', { n: planned })}
    </Chip>
  )
}

/** Where the code lets people in, nobody has to be registered before. */
const PeopleChip = ({ session: { counts, phase, walkIns } }: { session: Summary }) => {
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
