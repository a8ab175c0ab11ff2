/** Makes a token for one role. The role with the fewest rights is chosen by default. */

import { maxPurposeLength } from '@rostrum/shared/contract/lengths'
import type { TokenRole } from '@rostrum/shared/contract/session-tokens'
import { listKeys } from '@rostrum/shared/kernel/fields'
import { type FormEvent, useState } from 'react'
import { request } from '../../../session/http.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { RequestError } from '../../../widgets/request-error.tsx'
import styles from './connections.module.css'
import type { ShownToken } from './session-tokens.tsx'

const roleKeys = {
  display: 'home.connections.readsOnly',
  panellist: 'role.panellist',
  secretariat: 'role.secretariat',
  chair: 'role.chair',
} as const satisfies Readonly<Record<TokenRole, string>>
const roles = listKeys(roleKeys)
const day = 24 * 60 * 60_000
/** Milliseconds from now. Null if it ends with the session. */
const ends = { session: null, day, week: 7 * day } as const
type End = keyof typeof ends
/** The longest name that the server accepts. */
export const NewToken = ({ secret, session, onMade }: { secret: string; session: string; onMade: (token: ShownToken) => void }) => {
  const { t } = useText()
  const [name, write] = useState('')
  const [role, chooseRole] = useState<TokenRole>('display')
  const [end, chooseEnd] = useState<End>('session')
  const { busy, refusal, submit } = useSubmit(
    () => {
      const lasts = ends[end]
      return request(
        'POST /api/sessions/:id/tokens',
        { params: { id: session }, body: { name: name.trim(), role, endsAt: lasts === null ? null : Date.now() + lasts } },
        secret,
      )
    },
    (token) => {
      write('')
      onMade(token)
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') submit()
  }
  return (
    <Card aria-labelledby="new-token-title">
      <CardHead id="new-token-title" title={t('home.connections.newToken')} />
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <TextField
          label={t('home.connections.name')}
          placeholder={t('home.connections.nameHelp')}
          value={name}
          onChange={write}
          maxLength={maxPurposeLength}
          autoComplete="off"
        />
        <SelectField
          label={t('home.connections.role')}
          hint={t('home.connections.roleHelp')}
          value={role}
          onChange={(value) => chooseRole(value as TokenRole)}
          options={roles.map((value) => ({ value, label: t(roleKeys[value]) }))}
        />
        <SelectField
          label={t('home.connections.end')}
          value={end}
          onChange={(value) => chooseEnd(value as End)}
          options={listKeys(ends).map((value) => ({ value, label: t(`home.connections.end.${value}`) }))}
        />
        <Button look="primary" block type="submit" disabled={busy || name.trim() === ''}>
          {t(busy ? 'app.sending' : 'home.connections.makeToken')}
        </Button>
        <RequestError result={refusal} own={{ 'no-such-person': 'home.connections.error.role' }} />
      </form>
    </Card>
  )
}
