import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import { useText } from '../../../text/use-text.tsx'
import { TextField } from '../../../ui/field.tsx'

/** The country or delegation of an officer, which the record gives. */
export const OfficerEntityField = ({ entity, onChange }: { entity: string; onChange: (entity: string) => void }) => {
  const { t } = useText()
  return (
    <TextField
      label={t('officers.entity')}
      optional={t('app.optional')}
      hint={t('officers.entityHelp')}
      value={entity}
      onChange={onChange}
      maxLength={maxEntityLength}
      autoComplete="off"
    />
  )
}
