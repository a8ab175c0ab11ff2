/** Adds a booth for one language. Its interpreters share one link. */

import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { formatLanguageName, listLanguageChoices } from '../../../text/language-name.ts'
import { listOtherLanguages } from '../../../text/other-languages.ts'
import { useText } from '../../../text/use-text.tsx'
import { DialogButton } from '../../../ui/dialog-button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { DialogForm } from '../../../widgets/dialog-form.tsx'

/** `taken`: the languages that have a booth. */
type AddBoothProps = { secret: string; session: string; taken: readonly string[]; onAdded: () => void }

export const AddBooth = (props: AddBoothProps) => {
  const { t } = useText()
  return (
    <DialogButton label={t('home.addBooth')} title={t('home.addBooth')}>
      {(close) => <BoothForm {...props} onClose={close} />}
    </DialogButton>
  )
}

const BoothForm = ({ secret, session, taken, onAdded, onClose }: AddBoothProps & { onClose: () => void }) => {
  const { t, language: page } = useText()
  const choices = [...listLanguageChoices(page.id, ''), ...listOtherLanguages(page.id)].filter(({ value }) => !taken.includes(value))
  const [language, setLanguage] = useState(choices[0]?.value ?? '')
  const submission = useSubmit(
    () => request('POST /api/sessions/:id/booths', { params: { id: session }, body: { language } }, secret),
    () => {
      screenReader.say(t('home.boothAdded', { language: formatLanguageName(page.id, language) }), 'officer')
      onAdded()
      onClose()
    },
  )
  return (
    <DialogForm submission={submission} label={t('home.addBooth')} onClose={onClose}>
      <SelectField label={t('home.boothLanguage')} value={language} onChange={setLanguage} options={choices} />
    </DialogForm>
  )
}
