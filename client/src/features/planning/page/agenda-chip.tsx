/** The length of a session's agenda, and whether it fits. */

import { useOrganizerRequest } from '../../../session/organizer-request.ts'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { sumPlan } from '../model/compute-times.ts'

export const AgendaChip = ({ secret, id }: { secret: string; id: string }) => {
  const { t } = useText()
  const { result: answer } = useOrganizerRequest(secret, 'GET /api/sessions/:id/plan', { params: { id } })
  if (answer === null || !answer.ok) return null
  const { planned, excess: over } = sumPlan(answer.value.plan)
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
