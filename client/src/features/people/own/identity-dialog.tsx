/** How I appear to others, and my own consent to being named in the record. */
import { type ReactNode, useEffect, useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceCards } from '../../../ui/choice-cards.tsx'
import { NativeDialog } from '../../../ui/native-dialog.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import styles from './identity.module.css'

/** Null: not answered yet. */
type OwnConsent = { readonly nameInRecord: boolean | null }

const endpoint = '/api/me'

/** `children`: the organization and the group, as others see them. */
export const IdentityDialog = ({ onClose, children }: { onClose: () => void; children: ReactNode }) => {
  const { t } = useText()
  const request = useRequest()
  const [saved, setSaved] = useState<OwnConsent | null>(null)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [justSaved, setJustSaved] = useState(false)
  const [busy, setBusy] = useState(true)
  const [reason, setReason] = useState<string | null>(null)
  useEffect(() => {
    let open = true
    void request<OwnConsent>(endpoint).then((result) => {
      if (!open) return
      setBusy(false)
      if (!result.ok) return setReason(result.reason)
      setSaved(result.value)
      setChosen(result.value.nameInRecord)
    })
    return () => {
      open = false
    }
  }, [request])
  const save = async () => {
    if (busy || chosen === null) return
    setBusy(true)
    setReason(null)
    const result = await request<OwnConsent>(endpoint, 'PUT', { nameInRecord: chosen })
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    setSaved(result.value)
    setJustSaved(true)
  }
  return (
    <NativeDialog title={t('me.appear')} onClose={onClose}>
      {children}
      <div className={styles.question}>
        <h3 id="appear-named">{t('me.namedAsk')}</h3>
        <p className="muted">{t('me.namedHelp')}</p>
        <ChoiceCards
          labelledBy="appear-named"
          icons={{ entity: 'users', both: 'note' }}
          value={chosen === null ? null : chosen ? 'both' : 'entity'}
          onChange={(choice: 'entity' | 'both') => {
            setJustSaved(false)
            setChosen(choice === 'both')
          }}
          options={[
            { value: 'entity', label: t('join.entityOnly') },
            { value: 'both', label: t('join.entityAndName'), note: t('join.entityAndNameNote') },
          ]}
        />
      </div>
      <p className={styles.kept} role="status">
        <SavedText kept={saved} busy={busy} saved={justSaved} />
        <RefusalText text={reason === null ? null : t(reason === 'no-connection' ? 'join.error.unreachable' : 'refused.unavailable')} />
      </p>
      <div className={styles.acts}>
        <Button look="primary" disabled={busy || chosen === null || chosen === saved?.nameInRecord} onClick={() => void save()}>
          {t(busy && saved !== null ? 'app.sending' : 'me.namedSave')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </NativeDialog>
  )
}

const SavedText = ({ kept, busy, saved }: { kept: OwnConsent | null; busy: boolean; saved: boolean }) => {
  const { t } = useText()
  if (kept === null) return busy ? t('app.loading') : null
  if (saved) return t(kept.nameInRecord === true ? 'me.namedYesKept' : 'me.namedNoKept')
  return kept.nameInRecord === null ? t('me.namedUnsaid') : null
}
