/** One screen for everybody who joins by code: in the room or remote, the organization, and the request for the floor. */

import { type ByChannel, type Channel, channels } from '@rostrum/shared/contract/channels'
import { isInSession } from '@rostrum/shared/contract/enums'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { AskedKey, PlainKey } from '../../text/catalogue.ts'
import { getWrittenGroup } from '../../text/group-name.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoicePills } from '../../ui/choice-pills.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { GroupMark } from '../../ui/group-mark.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { PrimaryButton } from '../../ui/primary-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { useErrorFocus, useHeadingFocus } from '../../ui/use-focus.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { SessionText } from '../../widgets/session-text.tsx'
import { getJoinError, type JoinReason } from './join-error.ts'
import styles from './joining.module.css'
import { Offers } from './offers.tsx'
import { findExact, listMatching } from './organizations.ts'
import { type FoundSession, listMissing, type MissingField, type WalkIn } from './walk-in.ts'

const placeWords: ByChannel<AskedKey & PlainKey> = { room: 'join.whereRoom', remote: 'join.whereRemote' }

/** A new object for each answer, so that the same refusal is shown again. */
export type EntryRefusal = { readonly reason: JoinReason }

type EnterStepProps = {
  session: FoundSession
  walkIn: WalkIn
  onChange: (changed: Partial<WalkIn>) => void
  entryRefusal: EntryRefusal | null
  tools: ReactNode
  entering: boolean
  /** `asks`: requests the floor at once. */
  onEnter: (asks: boolean) => void
}

export const EnterStep = ({ session, walkIn, onChange, entryRefusal, tools, entering, onEnter }: EnterStepProps) => {
  const { t } = useAskedText()
  usePageTitle(t('join.entity'))
  const [checked, setChecked] = useState<object | null>(null)
  const [isWritten, setWritten] = useState(false)
  const { entity, group, channel } = walkIn
  const missing = listMissing(walkIn)
  const lengthError = useLengthError(entity, maxEntityLength)
  const entryError = entryRefusal === null ? null : getJoinError(entryRefusal.reason)
  const heading = useHeadingFocus()
  const form = useErrorFocus(checked ?? entryRefusal)
  const isKnown = findExact(session.organizations, entity) !== undefined
  const offered = isKnown || isWritten ? [] : listMatching(session.organizations, entity)
  const canAsk = isInSession(session.phase) && session.listOpen
  const getError = (field: MissingField) => {
    if (checked !== null && missing.includes(field)) return t(field === 'channel' ? 'join.error.where' : `join.error.${field}`)
    return entryError?.field === field ? t(entryError.key) : undefined
  }
  const choosesGroup = !isKnown && offered.length === 0
  const isShownAtField = entryError?.field === 'entity' || (entryError?.field === 'group' && choosesGroup)
  const channelError = getError('channel')
  const enter = (asks: boolean) => {
    if (entering) return
    if (missing.length === 0 && lengthError === undefined) return onEnter(asks)
    setWritten(true)
    setChecked({})
  }
  const type = (typed: string) => {
    const exact = findExact(session.organizations, typed)
    setWritten(false)
    onChange({ entity: typed, ...(exact ? { group: exact.group } : isKnown ? { group: null } : {}) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter(canAsk)
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PhoneFrame
        bodyClassName={styles.step}
        head={{ title: <SessionText of={session.short} />, tools }}
        foot={
          <>
            {entryError && !isShownAtField ? <FormError>{t(entryError.key)}</FormError> : null}
            <PrimaryButton type="submit" icon={canAsk ? 'hand' : undefined} disabled={entering}>
              {t(canAsk ? 'me.request' : 'join.enter')}
            </PrimaryButton>
            {canAsk ? (
              <Button look="quiet" onClick={() => enter(false)}>
                {t('join.enterOnly')}
              </Button>
            ) : null}
          </>
        }
      >
        <div className={styles.block}>
          <h2 className={styles.label} id="door-where" ref={heading} tabIndex={-1}>
            {t('join.where')}
          </h2>
          <SegmentedControl
            labelledBy="door-where"
            describedBy={channelError === undefined ? undefined : 'door-where-error'}
            invalid={channelError !== undefined}
            value={channel}
            onChange={(chosen: Channel) => onChange({ channel: chosen })}
            options={channels.map((value) => ({ value, label: t(placeWords[value]) }))}
          />
          {channelError === undefined ? null : <FormError id="door-where-error">{channelError}</FormError>}
        </div>
        <TextField
          label={t('join.entity')}
          error={lengthError ?? getError('entity')}
          value={entity}
          onChange={type}
          name="organization"
          autoComplete="organization"
        />
        {offered.length === 0 ? null : (
          <Offers
            groups={session.groups}
            offered={offered}
            onChoose={({ name, group: its }) => onChange({ entity: name, group: its })}
            onWritten={() => setWritten(true)}
          />
        )}
        {!choosesGroup ? null : (
          <GroupChoice session={session} value={group} error={getError('group')} onChange={(value) => onChange({ group: value })} />
        )}
        <p className={styles.help}>{t('join.othersSee')}</p>
      </PhoneFrame>
    </form>
  )
}

type GroupChoiceProps = { session: FoundSession; value: GroupId | null; error: string | undefined; onChange: (group: GroupId) => void }

const GroupChoice = ({ session, value, error, onChange }: GroupChoiceProps) => {
  const { t } = useAskedText()
  return (
    <div className={styles.block}>
      <h3 className={styles.label} id="door-group">
        {t('join.fact.group')}
      </h3>
      <ChoicePills
        labelledBy="door-group"
        describedBy={error === undefined ? undefined : 'door-group-error'}
        invalid={error !== undefined}
        value={value}
        onChange={onChange}
        options={session.groups.map((one) => ({ value: one.id, label: <GroupMark mark={one.mark}>{getWrittenGroup(t, one)}</GroupMark> }))}
      />
      {error === undefined ? null : <FormError id="door-group-error">{error}</FormError>}
    </div>
  )
}

/** Shows the limit at the field as soon as the text is longer. */
const useLengthError = (text: string, most: number): string | undefined => {
  const { t } = useAskedText()
  return countGraphemes(text, most) > most ? t('join.error.tooLong', { most }) : undefined
}
