/** The organization: begun to write, it is found in the roster; or written out, for somebody who is not registered. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { groupIn, useGroups } from '../../../session/groups.ts'
import { useAsk } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { speakerLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { ComboField } from '../../../ui/combo-field.tsx'
import type { Registered } from './add-draft.ts'

type EntityFieldProps = {
  value: string
  registered: Registered | null
  error: string | undefined
  onWrite: (entity: string) => void
  onChoose: (registered: Registered) => void
}

/** Letters written one after the other are asked about together. */
const gathered = 150

const nobody: readonly Registered[] = []

export const EntityField = ({ value, registered, error, onWrite, onChoose }: EntityFieldProps) => {
  const { t } = useText()
  const groups = useGroups()
  const found = useFound(registered === null ? value : '')
  const where = useCallback(
    ({ group, channel }: Registered) =>
      t('speaker.groupAndChannel', {
        group: groupName(t, groupIn(groups, group)),
        channel: t(channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom'),
      }),
    [t, groups],
  )
  // Made anew only when something else was found: it is shown again then.
  const options = useMemo(
    () =>
      found.map((one) => ({
        id: one.person,
        name: one.entity,
        note: one.number > 0 ? t('queue.labelAnd', { label: speakerLabel(t, one), where: where(one) }) : where(one),
      })),
    [found, where, t],
  )
  return (
    <ComboField
      label={t('queue.entity')}
      value={value}
      onChange={onWrite}
      onChoose={(id) => {
        const one = found.find(({ person }) => person === id)
        if (one) onChoose(one)
      }}
      options={options}
      hint={registered === null ? undefined : t('queue.inRoster', { where: where(registered) })}
      error={error}
      maxLength={200}
    />
  )
}

/** Those of the roster whose organization is what is being written; what was asked before the last letter does not count. */
const useFound = (written: string): readonly Registered[] => {
  const ask = useAsk()
  const [found, find] = useState(nobody)
  useEffect(() => {
    if (written.trim() === '') {
      find(nobody)
      return undefined
    }
    let wanted = true
    const timer = setTimeout(async () => {
      const answer = await ask<{ people: readonly Registered[] }>(`/api/desk/people?find=${encodeURIComponent(written.slice(0, 120))}`)
      // Without an answer the name is written out, as for anybody who is not registered.
      if (wanted) find(answer.ok ? answer.value.people : nobody)
    }, gathered)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [ask, written])
  return found
}
