/** API tokens. With one, a program can do what the organizer can do. Each is shown once and revoked separately. */
import { type FormEvent, useId, useState } from 'react'
import { type ApiToken, createApiToken, type NewApiToken, useOrganizerRequest } from '../../../session/organizer-api.ts'
import { formatDate } from '../../../text/days.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Written } from '../../../ui/written.tsx'
import { NewToken } from './new-token.tsx'
import { RevokeTokenButton } from './revoke-token.tsx'
import styles from './tokens.module.css'

export const Tokens = ({ secret }: { secret: string }) => {
  const { t } = useText()
  const id = useId()
  const [opened, open] = useState(false)
  return (
    <Card aria-labelledby="tokens-title">
      <CardHead id="tokens-title" title={t('home.tokens')}>
        <Button look="quiet" size="small" expanded={opened} aria-controls={opened ? id : undefined} onClick={() => open(!opened)}>
          {t(opened ? 'home.tokensHide' : 'home.tokensShow')}
          <span className="sr"> {t('home.tokens')}</span>
        </Button>
      </CardHead>
      {opened ? (
        <div id={id} className={styles.body}>
          <TokenList secret={secret} />
        </div>
      ) : null}
    </Card>
  )
}

const TokenList = ({ secret }: { secret: string }) => {
  const { t, language } = useText()
  const { result, reload } = useOrganizerRequest<{ readonly tokens: readonly ApiToken[] }>(secret, '/api/tokens')
  return (
    <>
      <p>{t('home.tokensHelp')}</p>
      <div>
        <ButtonLink look="quiet" size="inline" href="/api/docs">
          {t('home.tokensHow')}
        </ButtonLink>
      </div>
      {result !== null && !result.ok ? <FormError>{t(getEntryError(result.reason).key)}</FormError> : null}
      {result?.ok && result.value.tokens.length === 0 ? <p className="muted">{t('home.tokensNone')}</p> : null}
      {result?.ok && result.value.tokens.length > 0 ? (
        <ul className={styles.tokens}>
          {result.value.tokens.map((token) => (
            <li key={token.id}>
              <p>
                <Written as="strong">{token.name}</Written>
                <small>{t('home.tokenMade', { day: formatDate(language.id, token.madeAt) })}</small>
              </p>
              <RevokeTokenButton secret={secret} token={token} onRevoked={reload} />
            </li>
          ))}
        </ul>
      ) : null}
      <CreateTokenForm secret={secret} onCreated={reload} />
    </>
  )
}

const CreateTokenForm = ({ secret, onCreated }: { secret: string; onCreated: () => void }) => {
  const { t } = useText()
  const [name, write] = useState('')
  const [created, show] = useState<NewApiToken | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || name.trim() === '') return
    setBusy(true)
    setReason(null)
    const result = await createApiToken(secret, name.trim())
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    show(result.value)
    write('')
    screenReader.say(t('home.tokenMadeNow', { name: result.value.name }), 'token')
    onCreated()
  }
  return (
    <>
      {created === null ? null : <NewToken key={created.id} made={created} onDone={() => show(null)} />}
      <form className={styles.make} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('home.tokenName')}
          hint={t('home.tokenNameHelp')}
          value={name}
          onChange={write}
          maxLength={200}
          autoComplete="off"
        />
        <Button type="submit" disabled={busy || name.trim() === ''}>
          {t(busy ? 'app.sending' : 'home.tokenMake')}
        </Button>
      </form>
      {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
    </>
  )
}
