/** Joining by code: first the language, then the code from the room screen. */

import { joinCodeLength } from '@rostrum/shared/contract/join-code'
import { type FormEvent, useState } from 'react'
import { cleanJoinCode, formatJoinCode } from '../../session/join-code.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { ChoiceLanguages } from '../../ui/choice-cards.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Logo } from '../../ui/logo.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { PrimaryButton } from '../../ui/primary-button.tsx'
import { useErrorFocus } from '../../ui/use-focus.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import type { EntryRefusal } from './enter-step.tsx'
import { getJoinError } from './join-error.ts'
import styles from './joining.module.css'
import { type FoundSession, findSession } from './walk-in.ts'

/** `refusal`: why the last code opens no session. */
type CodeStepProps = {
  code: string
  refusal: EntryRefusal | null
  onCode: (code: string) => void
  onFound: (session: FoundSession) => void
  onRefused: (refusal: EntryRefusal) => void
}

export const CodeStep = ({ code, refusal, onCode, onFound, onRefused }: CodeStepProps) => {
  const { t } = useAskedText()
  usePageTitle(t('join.title'))
  const [searching, setSearching] = useState(false)
  const form = useErrorFocus(refusal)
  const entryError = refusal === null ? null : getJoinError(refusal.reason)
  const search = async () => {
    if (searching) return
    setSearching(true)
    const result = code.length < joinCodeLength ? ({ ok: false, reason: 'short' } as const) : await findSession(code)
    setSearching(false)
    if (result.ok) return onFound(result.value)
    onRefused({ reason: result.reason })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void search()
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PhoneFrame
        bodyClassName={styles.first}
        foot={
          <>
            <PrimaryButton type="submit" disabled={searching}>
              {t('join.continue')}
            </PrimaryButton>
            <p className={styles.help}>{t('join.personal')}</p>
          </>
        }
      >
        <div>
          <Logo />
        </div>
        <LanguageChoice />
        <div className={styles.block}>
          <h1 className={styles.title}>{t('join.title')}</h1>
          <TextField
            look="code"
            label={t('join.code')}
            hint={entryError?.field === 'code' ? undefined : t('join.codeHelp')}
            error={entryError?.field === 'code' ? t(entryError.key) : undefined}
            value={formatJoinCode(code)}
            onChange={(typed) => onCode(cleanJoinCode(typed))}
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            dir="ltr"
            lang="en"
          />
          {entryError && entryError.field === null ? <FormError>{t(entryError.key)}</FormError> : null}
        </div>
      </PhoneFrame>
    </form>
  )
}

const LanguageChoice = () => {
  const { t, language, languages, choose } = useAskedText()
  return (
    <ChoiceLanguages
      label={t('join.language')}
      value={language.id}
      onChange={(id) => void choose(id)}
      options={languages.map(({ id, name, direction }) => ({ value: id, label: name, lang: id, dir: direction }))}
    />
  )
}
