/** Each language in its own script, and all others by name. */
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { useState } from 'react'
import { uiLanguages } from '../../../text/language-files.ts'
import { listOtherLanguages } from '../../../text/other-languages.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { ChoiceRows } from '../../../ui/choice-cards.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { NativeDialog } from '../../../ui/native-dialog.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'

const another = 'another'

type MyLanguageDialogProps = { spoken: SpokenLanguage | undefined; onChoose: (language: SpokenLanguage) => void; onClose: () => void }

export const MyLanguageDialog = ({ spoken, onChoose, onClose }: MyLanguageDialogProps) => {
  const { t, language } = useAskedText()
  const isOfPages = uiLanguages.some(({ id }) => id === spoken)
  const [chosen, choose] = useState<string | null>(spoken === undefined || isOfPages ? (spoken ?? null) : another)
  const [other, setOther] = useState<string>(spoken !== undefined && !isOfPages ? spoken : '')
  const result = chosen === another ? other : chosen
  return (
    <NativeDialog title={t('turnLanguage.title')} closeText={t('app.close')} onClose={onClose}>
      <p className="muted">{t('turnLanguage.help')}</p>
      <ChoiceRows
        label={t('turnLanguage.title')}
        value={chosen}
        onChange={choose}
        options={[
          ...uiLanguages.map(({ id, name, direction }) => ({ value: id, label: name, lang: id, dir: direction })),
          { value: another, label: t('turnLanguage.another') },
        ]}
      />
      {chosen === another ? (
        <SelectField
          label={t('turnLanguage.which')}
          value={other}
          onChange={setOther}
          hint={t('turnLanguage.noInterpretation')}
          options={[{ value: '', label: '' }, ...listOtherLanguages(language.id)]}
        />
      ) : null}
      <PrimaryButton disabled={!result} onPress={() => (result ? onChoose(result as SpokenLanguage) : undefined)}>
        {t('turnLanguage.done')}
      </PrimaryButton>
    </NativeDialog>
  )
}
