/** Makes a token for one role. The smallest role is chosen first. */
import type { TokenRole } from '@rostrum/shared/contract/session-tokens'
import { type FormEvent, useState } from 'react'
import { request } from '../../../session/http.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import styles from './connections.module.css'
import type { ShownToken } from './session-tokens.tsx'

const roles: readonly TokenRole[] = ['display', 'panellist', 'secretariat', 'chair']
const day = 24 * 60 * 60_000
/** Milliseconds from now. Null: with the session. */
const ends = { session: null, day, week: 7 * day } as const
type End = keyof typeof ends
/** As long as the server takes them. */
const maxNameLength = 80

export const NewToken = ({ secret, session, onMade }: { secret: string; session: string; onMade: (token: ShownToken) => void }) => {
  const { t } = useText()
  const [name, write] = useState('')
  const [role, chooseRole] = useState<TokenRole>('display')
  const [end, chooseEnd] = useState<End>('session')
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || name.trim() === '') return
    setBusy(true)
    setReason(null)
    const lasts = ends[end]
    const result = await request(
      'POST /api/sessions/:id/tokens',
      { params: { id: session }, body: { name: name.trim(), role, endsAt: lasts === null ? null : Date.now() + lasts } },
      secret,
    )
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    write('')
    onMade(result.value)
  }
  return (
    <Card aria-labelledby="new-token-title">
      <CardHead id="new-token-title" title={t('home.connections.newToken')} />
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('home.connections.name')}
          placeholder={t('home.connections.nameHelp')}
          value={name}
          onChange={write}
          maxLength={maxNameLength}
          autoComplete="off"
        />
        <SelectField
          label={t('home.connections.role')}
          hint={t('home.connections.roleHelp')}
          value={role}
          onChange={(value) => chooseRole(value as TokenRole)}
          options={roles.map((value) => ({ value, label: value === 'display' ? t('home.connections.readsOnly') : t(`role.${value}`) }))}
        />
        <SelectField
          label={t('home.connections.end')}
          value={end}
          onChange={(value) => chooseEnd(value as End)}
          options={(Object.keys(ends) as End[]).map((value) => ({ value, label: t(`home.connections.end.${value}`) }))}
        />
        <Button look="primary" block type="submit" disabled={busy || name.trim() === ''}>
          {t(busy ? 'app.sending' : 'home.connections.makeToken')}
        </Button>
        {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
      </form>
    </Card>
  )
}
