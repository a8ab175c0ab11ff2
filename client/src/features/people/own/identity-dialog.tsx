/** How I appear to others: my consent to being named in the record, my stored name, and my channel. */

import type { OwnName } from '@rostrum/shared/api/me'
import { type ByChannel, type Channel, channels } from '@rostrum/shared/contract/channels'
import { maxPersonNameLength } from '@rostrum/shared/contract/lengths'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { loadLink } from '../../../session/device-links.ts'
import { useRequest, useView } from '../../../session/hooks.tsx'
import { getSurface } from '../../../session/surface.ts'
import type { AskedKey, PlainKey } from '../../../text/catalogue.ts'
import { getMemberFailureText, type MemberReason } from '../../../text/member-failure-text.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceCards } from '../../../ui/choice-cards.tsx'
import { TextField } from '../../../ui/field.tsx'
import { NativeDialog } from '../../../ui/native-dialog.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { CopyOwnLink } from '../../../widgets/copy-own-link.tsx'
import styles from './identity.module.css'
import { useOwnName } from './use-own-name.ts'

/** `children`: the organization and the group, as others see them. */
export const IdentityDialog = ({ onClose, children }: { onClose: () => void; children: ReactNode }) => {
  const { t } = useAskedText()
  return (
    <NativeDialog title={t('me.appear')} closeText={t('app.close')} onClose={onClose}>
      {children}
      <OwnNameForm />
      <OwnChannel />
      <OtherDevice />
    </NativeDialog>
  )
}

const OwnNameForm = () => {
  const { t } = useAskedText()
  const { saved, busy, justSaved, reason, save, touch } = useOwnName()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState(false)
  useEffect(() => {
    if (saved === null) return
    setChosen(saved.nameInRecord)
    setTyped(saved.name ?? '')
  }, [saved])
  const isTooLong = countGraphemes(typed, maxPersonNameLength) > maxPersonNameLength
  const isChanged = chosen !== saved?.nameInRecord || (chosen === true && typed !== (saved?.name ?? ''))
  const nameError = isTooLong
    ? t('join.error.tooLong', { most: maxPersonNameLength })
    : checked && !isVisible(typed)
      ? t('join.error.nameMissing')
      : reason === 'office-imitated'
        ? t('me.nameOffice')
        : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (busy || chosen === null || (chosen && (isTooLong || !isVisible(typed)))) return
    void save(chosen ? { nameInRecord: true, name: typed } : { nameInRecord: false })
  }
  const change = (update: () => void) => {
    touch()
    setChecked(false)
    update()
  }
  return (
    <form className={styles.question} onSubmit={submit} noValidate>
      <h3 id="appear-named">{t('me.namedAsk')}</h3>
      <p className="muted">{t('me.namedHelp')}</p>
      <ChoiceCards
        labelledBy="appear-named"
        icons={{ entity: 'users', both: 'note' }}
        value={chosen === null ? null : chosen ? 'both' : 'entity'}
        onChange={(choice: 'entity' | 'both') => change(() => setChosen(choice === 'both'))}
        options={[
          { value: 'entity', label: t('join.entityOnly') },
          { value: 'both', label: t('join.entityAndName'), note: t('join.entityAndNameNote') },
        ]}
      />
      {chosen === true ? (
        <TextField
          label={t('join.name')}
          error={nameError}
          value={typed}
          onChange={(name) => change(() => setTyped(name))}
          name="name"
          autoComplete="name"
        />
      ) : null}
      <p className={styles.kept} role="status">
        <SavedText kept={saved} busy={busy} saved={justSaved} />
        <RefusalText text={reason === null || nameError ? null : getMemberFailureText(t, reason)} />
      </p>
      <div className="wrap">
        <Button look="primary" type="submit" disabled={busy || chosen === null || !isChanged}>
          {t(busy && saved !== null ? 'app.sending' : 'me.namedSave')}
        </Button>
      </div>
    </form>
  )
}

const SavedText = ({ kept, busy, saved }: { kept: OwnName | null; busy: boolean; saved: boolean }) => {
  const { t } = useAskedText()
  if (kept === null) return busy ? t('app.loading') : null
  if (saved) return t(kept.nameInRecord === true ? 'me.namedYesKept' : 'me.namedNoKept')
  return kept.nameInRecord === null ? t('me.namedUnsaid') : null
}

const moveWords: ByChannel<AskedKey & PlainKey> = { room: 'me.toRoom', remote: 'me.toRemote' }

/** A press saves the choice. The page of the other channel opens when the view contains the change. */
const OwnChannel = () => {
  const { t } = useAskedText()
  const request = useRequest()
  const channel = useView(({ me }) => me.channel)
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<MemberReason | null>(null)
  const change = async (chosen: Channel) => {
    if (busy || chosen === channel) return
    setBusy(true)
    setReason(null)
    const result = await request('PUT /api/me/channel', { body: { channel: chosen } })
    setBusy(false)
    if (!result.ok) setReason(result.reason)
  }
  if (isClosed) return null
  return (
    <div className={styles.question}>
      <h3>{t('join.where')}</h3>
      <p className="muted">{t('me.channelHelp')}</p>
      <div className="wrap">
        {channels
          .filter((other) => other !== channel)
          .map((other) => (
            <Button key={other} disabled={busy} onClick={() => void change(other)}>
              {t(busy ? 'app.sending' : moveWords[other])}
            </Button>
          ))}
      </div>
      <RefusalText text={reason === null ? null : getMemberFailureText(t, reason)} />
    </div>
  )
}

const showWhole = (opened: HTMLElement | null) => opened?.scrollIntoView({ block: 'nearest' })

/** A second device enters with the same link, which this device keeps. */
const OtherDevice = () => {
  const { t } = useAskedText()
  const surface = useView(({ me }) => getSurface(me))
  const [isShown, show] = useState(false)
  const link = loadLink(surface)
  if (link === null) return null
  const address = `${location.origin}/enter#${link}`
  return (
    <div className={styles.question}>
      <Button aria-expanded={isShown} onClick={() => show(!isShown)}>
        {t('me.otherDevice')}
      </Button>
      {isShown ? (
        <div ref={showWhole} className={styles.question}>
          <p className="muted">{t('me.otherDeviceHelp')}</p>
          <QrCode value={address} label={t('me.otherDevice')} className={styles.device} />
          <CopyOwnLink address={address} />
        </div>
      ) : null}
    </div>
  )
}
