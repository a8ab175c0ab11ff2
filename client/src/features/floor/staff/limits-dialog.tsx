/** How long each may speak: for everyone, for a group, a channel or a kind; for those not yet called. */
import { type Limits, limitOf, type Scope } from '@rostrum/shared/contract/limits'
import { type Millis, millisOf, seconds } from '@rostrum/shared/kernel/time'
import { useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import styles from './limits-dialog.module.css'

const offered: readonly Millis[] = [30, 60, 90, 120, 150, 180, 240, 300, 420, 600, 900].map(seconds)
/** As everyone. */
const none = ''

type Row = { readonly id: string; readonly scope: Scope; readonly label: string; readonly optional: boolean }

const useRows = (): readonly Row[] => {
  const { t } = useText()
  const groups = useGroups()
  return [
    { id: 'everyone', scope: { kind: 'everyone' }, label: t('limits.everyone'), optional: false },
    ...groups.map((group) => ({
      id: `group-${group.id}`,
      scope: { kind: 'group', group: group.id } as const,
      label: groupName(t, group),
      optional: true,
    })),
    { id: 'room', scope: { kind: 'channel', channel: 'room' }, label: t('channel.room'), optional: true },
    { id: 'remote', scope: { kind: 'channel', channel: 'remote' }, label: t('channel.remote'), optional: true },
    { id: 'point', scope: { kind: 'point-of-order' }, label: t('floor.pointOfOrder'), optional: false },
    { id: 'reply', scope: { kind: 'right-of-reply' }, label: t('floor.rightOfReply'), optional: false },
    { id: 'answer', scope: { kind: 'answer' }, label: t('limits.answer'), optional: false },
  ]
}

const written = (limit: Millis | null): string => (limit === null ? none : String(limit))
const read = (value: string): Millis | null => (value === none ? null : millisOf(Number(value)))

export const LimitsDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const send = useSend()
  const limits = useView(({ floor }) => floor.limits)
  const rows = useRows()
  const sending = usePending('floor.limit') !== undefined
  // What was seen when it was changed goes with the change, so that nobody's change is overwritten unseen.
  const [changed, change] = useState<Readonly<Record<string, { readonly from: Millis | null; readonly to: Millis | null }>>>({})
  const set = async () => {
    for (const { id, scope } of rows) {
      const one = changed[id]
      if (
        one &&
        !(await send({ type: 'floor.limit', data: { scope, limit: one.to, expectedLimit: expectedOf(limits, scope, changed, one.from) } }))
          .ok
      )
        return
    }
    onClose()
  }
  return (
    <ModalDialog open title={t('limits.title')} onClose={onClose}>
      <p className="muted">{t('limits.note')}</p>
      <div className={styles.rows}>
        {rows.map(({ id, scope, label, optional }) => {
          const now = limitOf(limits, scope)
          return (
            <SelectField
              key={id}
              label={label}
              value={written(changed[id] ? changed[id].to : now)}
              onChange={(value) => change((before) => ({ ...before, [id]: { from: now, to: read(value) } }))}
              options={[
                ...(optional ? [{ value: none, label: t('limits.asEveryone') }] : []),
                ...[...new Set([...offered, ...(now === null ? [] : [now])])]
                  .sort((a, b) => a - b)
                  .map((one) => ({ value: String(one), label: lengthText(one) })),
              ]}
            />
          )
        })}
      </div>
      <OverlayActions>
        <Button look="primary" disabled={sending || Object.keys(changed).length === 0} onClick={() => void set()}>
          {t('limits.use')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

/** One for everyone, set just before, has shortened the longer ones of groups and channels. */
const expectedOf = (
  limits: Limits,
  scope: Scope,
  changed: Readonly<Record<string, { readonly to: Millis | null }>>,
  from: Millis | null,
): Millis | null => {
  const everyone = changed['everyone']?.to
  const own = scope.kind === 'group' || scope.kind === 'channel'
  return own && from !== null && everyone !== undefined && everyone !== null && everyone !== limits.everyone
    ? millisOf(Math.min(from, everyone))
    : from
}
