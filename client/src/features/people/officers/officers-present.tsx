/** My own office, and the other officers who are connected now. */
import { useView } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { useOfficerName, useOthersConnected } from '../../../widgets/officers.ts'

export const OfficersPresent = ({ className }: { className?: string | undefined }) => {
  const { t, language } = useText()
  const mine = useView(({ me }) => me.id)
  const getName = useOfficerName()
  const others = useOthersConnected()
  return (
    <p className={className}>
      <strong>{getName(mine)}</strong>{' '}
      {others.length === 0 ? t('officers.nobodyElse') : t('officers.others', { names: joinNames(language, others) })}
    </p>
  )
}
