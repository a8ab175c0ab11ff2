/** How long the agenda of a session is, and whether it fits. */
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { useOrganiserAnswer } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { sumIn } from '../model/compute-times.ts'

export const AgendaChip = ({ secret, id }: { secret: string; id: string }) => {
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
