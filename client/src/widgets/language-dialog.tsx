/** Lets the staff set the language in which a person speaks, if they have heard it or asked. */

import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { useState } from 'react'
import { formatLanguageName } from '../text/language-name.ts'
import { listOtherLanguages } from '../text/other-languages.ts'
import { useText } from '../text/use-text.tsx'
import { SelectField } from '../ui/field.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { DialogActions } from '../widgets/dialog-form.tsx'

type LanguageDialogProps = {
  who: string
  spoken: SpokenLanguage | undefined
  onUse: (language: SpokenLanguage | null) => void
  onClose: () => void
}

export const LanguageDialog = ({ who, spoken, onUse, onClose }: LanguageDialogProps) => {
  const { t, language } = useText()
  const [chosen, choose] = useState<string>(spoken ?? '')
  const use = () => {
    if (chosen !== (spoken ?? '')) onUse(chosen === '' ? null : (chosen as SpokenLanguage))
    onClose()
  }
  return (
    <ModalDialog open title={t('turnLanguage.of', { who })} onClose={onClose}>
      <SelectField
        label={t('turnLanguage.speaksIn')}
        value={chosen}
        onChange={choose}
        hint={t('turnLanguage.staffHelp')}
        options={[
          { value: '', label: t('turnLanguage.notSaid') },
          ...languageIds.map((tag) => ({ value: tag, label: formatLanguageName(language.id, tag) })),
          ...listOtherLanguages(language.id, spoken),
        ]}
      />
      <DialogActions onUse={use} label={t('turnLanguage.use')} onClose={onClose} />
    </ModalDialog>
  )
}
