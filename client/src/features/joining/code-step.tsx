/** By code: the language first, then what stands on the room screen. */
import { type FormEvent, useState } from 'react'
import { codeLength, inHalves, plainCode } from '../../session/join-code.ts'
import { doorSaying } from '../../text/entry-error-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Brand } from '../../ui/brand.tsx'
import { ChoiceLanguages } from '../../ui/choice-cards.tsx'
import { TextField } from '../../ui/field.tsx'
import { DoorError } from '../../ui/form-error.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { MainButton } from '../../ui/primary-button.tsx'
import { useErrorFocus } from '../../ui/use-focus.ts'
import styles from './joining.module.css'
import { type Found, findSession } from './walk-in.ts'

type CodeStepProps = { code: string; onCode: (code: string) => void; onFound: (found: Found) => void }

export const CodeStep = ({ code, onCode, onFound }: CodeStepProps) => {
  const { t } = useText()
  const [refused, refuse] = useState<{ readonly why: string } | null>(null)
  const [asking, setAsking] = useState(false)
  const form = useErrorFocus(refused)
  const said = refused === null ? null : doorSaying(refused.why)
  const look = async () => {
    if (asking) return
    setAsking(true)
    const answer = code.length < codeLength ? ({ ok: false, why: 'short' } as const) : await findSession(code)
    setAsking(false)
    if (answer.ok) return onFound(answer.value)
    refuse({ why: answer.why })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void look()
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PhoneFrame
        bodyClassName={styles.first}
        foot={
          <>
            <MainButton type="submit" disabled={asking}>
              {t('join.continue')}
            </MainButton>
            <p className={styles.help}>{t('join.personal')}</p>
          </>
        }
      >
        <div>
          <Brand />
        </div>
        <Languages />
        <div className={styles.block}>
          <h1 className={styles.title}>{t('join.title')}</h1>
          <TextField
            look="code"
            label={t('join.code')}
            hint={said?.field === 'code' ? undefined : t('join.codeHelp')}
            error={said?.field === 'code' ? t(said.words) : undefined}
            value={inHalves(code)}
            onChange={(typed) => {
              refuse(null)
              onCode(plainCode(typed))
            }}
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            dir="ltr"
            lang="en"
          />
          {said && said.field === null ? <DoorError>{t(said.words)}</DoorError> : null}
        </div>
      </PhoneFrame>
    </form>
  )
}

const Languages = () => {
  const { t, language, languages, choose } = useText()
  return (
    <ChoiceLanguages
      label={t('join.language')}
      value={language.id}
      onChange={(id) => void choose(id)}
      options={languages.map(({ id, name, direction }) => ({ value: id, label: name, lang: id, dir: direction }))}
    />
  )
}
