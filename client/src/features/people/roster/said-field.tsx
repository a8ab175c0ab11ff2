/** The form of a name that the Chair says. For a State or a well-known organization, the field shows the form that the product knows. */
import { roleRules } from '@rostrum/shared/contract/roles'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import type { SayName } from '../../../text/organization-names.ts'
import { sayOtherName } from '../../../text/say-other-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { TextField } from '../../../ui/field.tsx'
import type { PersonDraft } from './person-draft.ts'

type SaidFieldProps = {
  draft: Pick<PersonDraft, 'entity' | 'said' | 'role'>
  /** Null outside a session, where the forms of well-known organizations are not loaded. */
  sayName: SayName | null
  error: string | undefined
  onChange: (changed: Pick<PersonDraft, 'said'>) => void
}

export const SaidField = ({ draft: { entity, said, role }, sayName, error, onChange }: SaidFieldProps) => {
  const { t, language } = useText()
  const of = isVisible(said) ? said.trim() : (sayName?.(entity, language.id) ?? sayOtherName(t, entity.trim()))
  // A panellist is said as typed, without "the representative of".
  const showsSentence = sayName !== null && !roleRules[role].isOnPanel && isVisible(entity)
  return (
    <TextField
      label={t('people.said')}
      optional={t('app.optional')}
      hint={showsSentence ? t('people.saidHint', { who: t('script.representative', { of }) }) : undefined}
      error={error}
      value={said}
      onChange={(typed) => onChange({ said: typed })}
      maxLength={1000}
      autoComplete="off"
    />
  )
}
