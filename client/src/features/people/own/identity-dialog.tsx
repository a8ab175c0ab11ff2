/** How I appear, and my own word on whether the record may give my name. */
import { type ReactNode, useEffect, useState } from 'react'
import { useAsk } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceCards } from '../../../ui/choice-cards.tsx'
import { PlainDialog } from '../../../ui/native-dialog.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import styles from './identity.module.css'

/** Null: nobody has said so yet. */
type Own = { readonly named: boolean | null }

const door = '/api/me'

/** `children`: the organization and the group, as others see them. */
export const AppearDialog = ({ onClose, children }: { onClose: () => void; children: ReactNode }) => {
  const { t } = useText()
  const ask = useAsk()
  const [kept, keep] = useState<Own | null>(null)
  const [chosen, choose] = useState<boolean | null>(null)
  const [saved, say] = useState(false)
  const [busy, setBusy] = useState(true)
  const [why, refuse] = useState<string | null>(null)
  useEffect(() => {
    let open = true
    void ask<Own>(door).then((answer) => {
      if (!open) return
      setBusy(false)
      if (!answer.ok) return refuse(answer.why)
      keep(answer.value)
      choose(answer.value.named)
    })
    return () => {
      open = false
    }
  }, [ask])
  const save = async () => {
    if (busy || chosen === null) return
    setBusy(true)
    refuse(null)
    const answer = await ask<Own>(door, 'PUT', { named: chosen })
    setBusy(false)
    if (!answer.ok) return refuse(answer.why)
    keep(answer.value)
    say(true)
  }
  return (
    <PlainDialog title={t('me.appear')} onClose={onClose}>
      {children}
      <div className={styles.question}>
        <h3 id="appear-named">{t('me.namedAsk')}</h3>
        <p className="muted">{t('me.namedHelp')}</p>
        <ChoiceCards
          labelledBy="appear-named"
          icons={{ entity: 'users', both: 'note' }}
          value={chosen === null ? null : chosen ? 'both' : 'entity'}
          onChange={(choice: 'entity' | 'both') => {
            say(false)
            choose(choice === 'both')
          }}
          options={[
            { value: 'entity', label: t('join.entityOnly') },
            { value: 'both', label: t('join.entityAndName'), note: t('join.entityAndNameNote') },
          ]}
        />
      </div>
      <p className={styles.kept} role="status">
        <Kept kept={kept} busy={busy} saved={saved} />
        <Refusal words={why === null ? null : t(why === 'no-connection' ? 'join.error.unreachable' : 'refused.unavailable')} />
      </p>
      <div className={styles.acts}>
        <Button look="primary" disabled={busy || chosen === null || chosen === kept?.named} onClick={() => void save()}>
          {t(busy && kept !== null ? 'app.sending' : 'me.namedSave')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </PlainDialog>
  )
}

const Kept = ({ kept, busy, saved }: { kept: Own | null; busy: boolean; saved: boolean }) => {
  const { t } = useText()
  if (kept === null) return busy ? t('app.loading') : null
  if (saved) return t(kept.named === true ? 'me.namedYesKept' : 'me.namedNoKept')
  return kept.named === null ? t('me.namedUnsaid') : null
}
