/** Tokens for programs: with one, a program does what the organiser does. Each is shown once, and taken back by itself. */
import { type FormEvent, useId, useState } from 'react'
import { type MadeToken, makeToken, type Token, useOrganiserAnswer } from '../../../session/organizer-api.ts'
import { dateWords } from '../../../text/days.ts'
import { doorSaying } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { TextField } from '../../../ui/field.tsx'
import { DoorError } from '../../../ui/form-error.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { NewToken } from './new-token.tsx'
import { RevokeToken } from './revoke-token.tsx'
import styles from './tokens.module.css'

export const Tokens = ({ secret }: { secret: string }) => {
  const { t } = useText()
  const id = useId()
  const [opened, open] = useState(false)
  return (
    <Card aria-labelledby="tokens-title">
      <CardHead id="tokens-title" title={t('home.tokens')}>
        <Button
          look="quiet"
          size="small"
          iconEnd={opened ? 'up' : 'down'}
          aria-expanded={opened}
          aria-controls={opened ? id : undefined}
          onClick={() => open(!opened)}
        >
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
  const { answer, again } = useOrganiserAnswer<{ readonly tokens: readonly Token[] }>(secret, '/api/tokens')
  return (
    <>
      <p>{t('home.tokensHelp')}</p>
      <div>
        <ButtonLink look="quiet" size="inline" href="/api/docs">
          {t('home.tokensHow')}
        </ButtonLink>
      </div>
      {answer !== null && !answer.ok ? <DoorError>{t(doorSaying(answer.why).words)}</DoorError> : null}
      {answer?.ok && answer.value.tokens.length === 0 ? <p className="muted">{t('home.tokensNone')}</p> : null}
      {answer?.ok && answer.value.tokens.length > 0 ? (
        <ul className={styles.tokens}>
          {answer.value.tokens.map((token) => (
            <li key={token.id}>
              <p>
                <strong dir="auto">{token.name}</strong>
                <small>{t('home.tokenMade', { day: dateWords(language.id, token.madeAt) })}</small>
              </p>
              <RevokeToken secret={secret} token={token} onRevoked={again} />
            </li>
          ))}
        </ul>
      ) : null}
      <MakeToken secret={secret} onMade={again} />
    </>
  )
}

const MakeToken = ({ secret, onMade }: { secret: string; onMade: () => void }) => {
  const { t } = useText()
  const [name, write] = useState('')
  const [made, show] = useState<MadeToken | null>(null)
  const [why, refuse] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || name.trim() === '') return
    setBusy(true)
    refuse(null)
    const answer = await makeToken(secret, name.trim())
    setBusy(false)
    if (!answer.ok) return refuse(answer.why)
    show(answer.value)
    write('')
    announcements.say(t('home.tokenMadeNow', { name: answer.value.name }), 'token')
    onMade()
  }
  return (
    <>
      {made === null ? null : <NewToken key={made.id} made={made} onDone={() => show(null)} />}
      <form className={styles.make} onSubmit={(event) => void make(event)} noValidate>
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
      {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
    </>
  )
}
