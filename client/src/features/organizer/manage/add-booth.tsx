/** Adds a booth: into which language it interprets. Its interpreters share one link. */

import { type FormEvent, useState } from 'react'
import { request } from '../../../session/http.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { formatLanguageName, listLanguageChoices } from '../../../text/language-name.ts'
import { listOtherLanguages } from '../../../text/other-languages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import styles from '../organizer.module.css'

/** `taken`: the languages that have a booth. */
type AddBoothProps = { secret: string; session: string; taken: readonly string[]; onAdded: () => void }

export const AddBooth = (props: AddBoothProps) => {
  const { t } = useText()
  const [opened, open] = useState(false)
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => open(true)}>
        {t('home.addBooth')}
      </Button>
      <ModalDialog open={opened} title={t('home.addBooth')} onClose={() => open(false)}>
        <BoothForm {...props} onClose={() => open(false)} />
      </ModalDialog>
    </>
  )
}

const BoothForm = ({ secret, session, taken, onAdded, onClose }: AddBoothProps & { onClose: () => void }) => {
  const { t, language: page } = useText()
  const choices = [...listLanguageChoices(page.id, ''), ...listOtherLanguages(page.id)].filter(({ value }) => !taken.includes(value))
  const [language, setLanguage] = useState(choices[0]?.value ?? '')
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const result = await request('POST /api/sessions/:id/booths', { params: { id: session }, body: { language } }, secret)
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    screenReader.say(t('home.boothAdded', { language: formatLanguageName(page.id, language) }), 'officer')
    onAdded()
    onClose()
  }
  return (
    <form className={styles.planning} onSubmit={(event) => void submit(event)} noValidate>
      <SelectField label={t('home.boothLanguage')} value={language} onChange={setLanguage} options={choices} />
      {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
      <OverlayActions>
        <Button look="primary" type="submit" disabled={busy}>
          {t(busy ? 'app.sending' : 'home.addBooth')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </form>
  )
}
