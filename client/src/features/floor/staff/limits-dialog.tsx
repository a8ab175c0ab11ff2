/** Speaking time for everyone, for a group, a channel or a kind of turn. It applies to people who are not yet called. */

import { channels } from '@rostrum/shared/contract/channels'
import { type OwnLimit, ownLimitNames } from '@rostrum/shared/contract/kinds'
import { getLimit, type LimitScope, type Limits } from '@rostrum/shared/contract/limits'
import { type Millis, seconds, toMillis } from '@rostrum/shared/kernel/time'
import { useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import type { MessageKey } from '../../../text/catalogue.ts'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import styles from './limits-dialog.module.css'

const offeredLimits: readonly Millis[] = [30, 60, 90, 120, 150, 180, 240, 300, 420, 600, 900].map(seconds)
/** The option value for "same as everyone". */
const noLimit = ''

const limitNames = {
  'point-of-order': 'floor.pointOfOrder',
  'right-of-reply': 'floor.rightOfReply',
  answer: 'limits.answer',
} as const satisfies Readonly<Record<OwnLimit, MessageKey>>

type LimitChange = { readonly from: Millis | null; readonly to: Millis | null }
type LimitRow = { readonly id: string; readonly scope: LimitScope; readonly label: string; readonly optional: boolean }

const useLimitRows = (): readonly LimitRow[] => {
  const { t } = useText()
  const groups = useGroups()
  return [
    { id: 'everyone', scope: { kind: 'everyone' }, label: t('limits.everyone'), optional: false },
    ...groups.map((group) => ({
      id: `group-${group.id}`,
      scope: { kind: 'group', group: group.id } as const,
      label: getGroupName(t, group),
      optional: true,
    })),
    ...channels.map((channel) => ({
      id: channel,
      scope: { kind: 'channel', channel } as const,
      label: getChannelName(t, channel),
      optional: true,
    })),
    ...ownLimitNames.map((kind) => ({ id: kind, scope: { kind }, label: t(limitNames[kind]), optional: false })),
  ]
}

const isChanged = (change: LimitChange | undefined, now: Millis | null): boolean => change !== undefined && change.to !== now

const formatLimit = (limit: Millis | null): string => (limit === null ? noLimit : String(limit))
const parseLimit = (value: string): Millis | null => (value === noLimit ? null : toMillis(Number(value)))

export const LimitsDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const send = useSend('controls')
  const limits = useView(({ floor }) => floor.limits)
  const rows = useLimitRows()
  const sending = usePending('floor.set-limit') !== undefined
  // Each change carries the value that was on screen, so that nobody overwrites another person's change without seeing it.
  const [changes, setChanges] = useState<Readonly<Record<string, LimitChange>>>({})
  const save = async () => {
    for (const { id, scope } of rows) {
      const change = changes[id]
      if (
        change &&
        !(
          await send({
            type: 'floor.set-limit',
            data: { scope, limit: change.to, expectedLimit: getExpectedLimit(limits, scope, changes, change.from) },
          })
        ).ok
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
          const now = getLimit(limits, scope)
          return (
            <SelectField
              key={id}
              label={label}
              hint={
                isChanged(changes[id], now)
                  ? t('limits.notSet', { limit: now === null ? t('limits.asEveryone') : formatDuration(now) })
                  : undefined
              }
              value={formatLimit(changes[id] ? changes[id].to : now)}
              onChange={(value) => setChanges((before) => ({ ...before, [id]: { from: now, to: parseLimit(value) } }))}
              options={[
                ...(optional ? [{ value: noLimit, label: t('limits.asEveryone') }] : []),
                ...[...new Set([...offeredLimits, ...(now === null ? [] : [now])])]
                  .sort((a, b) => a - b)
                  .map((change) => ({ value: String(change), label: formatDuration(change) })),
              ]}
            />
          )
        })}
      </div>
      <DialogActions
        disabled={sending || Object.keys(changes).length === 0}
        onUse={() => void save()}
        label={t('limits.use')}
        onClose={onClose}
      />
    </ModalDialog>
  )
}

/** A shorter limit for everyone, sent just before, has already shortened longer limits of groups and channels. */
const getExpectedLimit = (
  limits: Limits,
  scope: LimitScope,
  changes: Readonly<Record<string, { readonly to: Millis | null }>>,
  from: Millis | null,
): Millis | null => {
  const everyone = changes['everyone']?.to
  const own = scope.kind === 'group' || scope.kind === 'channel'
  return own && from !== null && everyone !== undefined && everyone !== null && everyone !== limits.everyone
    ? toMillis(Math.min(from, everyone))
    : from
}
