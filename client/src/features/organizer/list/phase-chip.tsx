/** The status of a session: a draft, ready, open, suspended, closed, a rehearsal, or archived. */
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { useText } from '../../../text/use-text.tsx'
import { Chip, type ChipTone } from '../../../ui/chip.tsx'

const phaseTones = { planned: 'accent', open: 'accent', suspended: 'paused', closed: 'good' } as const satisfies Readonly<
  Record<SessionSummary['phase'], ChipTone>
>

type PhaseChipProps = { session: Pick<SessionSummary, 'phase' | 'rehearsal' | 'archived' | 'draft' | 'cancelled'> }

export const PhaseChip = ({ session: { phase, rehearsal, archived, draft, cancelled } }: PhaseChipProps) => {
  const { t } = useText()
  if (rehearsal) return <Chip tone="warn">{t(phase === 'closed' ? 'home.rehearsalOver' : 'home.rehearsal')}</Chip>
  if (archived) return <Chip>{t('home.archived')}</Chip>
  if (cancelled && phase === 'planned') return <Chip tone="warn">{t('home.cancelled')}</Chip>
  if (draft) return <Chip>{t('home.draft')}</Chip>
  return (
    <Chip tone={phaseTones[phase]} icon={phase === 'closed' ? 'check' : undefined}>
      {t(`home.${phase}`)}
    </Chip>
  )
}
