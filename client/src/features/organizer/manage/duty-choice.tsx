/** The duties of an officer: what the officer may change. */
import { type Duty, duties } from '@rostrum/shared/contract/offices'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'

export const DutyChoice = ({ held, onChange }: { held: readonly Duty[]; onChange: (held: readonly Duty[]) => void }) => {
  const { t } = useText()
  return (
    <fieldset>
      <legend>
        <strong>{t('officers.may')}</strong>
      </legend>
      {duties.map((duty) => (
        <CheckRow
          key={duty}
          label={t(`duty.${duty}`)}
          checked={held.includes(duty)}
          onChange={(checked) => onChange(duties.filter((one) => (one === duty ? checked : held.includes(one))))}
        />
      ))}
    </fieldset>
  )
}
