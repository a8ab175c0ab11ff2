/** The organization. The typed letters find it in the roster. For somebody who is not registered it is typed in full. */

import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useRequest } from '../../../session/hooks.tsx'
import { whereWords } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { formatSpeakerLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { ComboField } from '../../../ui/combo-field.tsx'
import type { RegisteredPerson } from './add-draft.ts'

type EntityFieldProps = {
  value: string
  registered: RegisteredPerson | null
  error: string | undefined
  onWrite: (entity: string) => void
  onChoose: (registered: RegisteredPerson) => void
}

/** Letters typed quickly one after another lead to one request. */
const debounceMs = 150

const noPeople: readonly RegisteredPerson[] = []

export const EntityField = ({ value, registered, error, onWrite, onChoose }: EntityFieldProps) => {
  const { t } = useText()
  const groups = useGroups()
  const found = useRosterSearch(registered === null ? value : '')
  const where = useCallback(
    ({ group, channel }: RegisteredPerson) =>
      t('speaker.groupAndChannel', {
        group: getGroupName(t, findGroup(groups, group)),
        channel: t(whereWords[channel]),
      }),
    [t, groups],
  )
  // A stable list, so that the options open only when the search result changes.
  const options = useMemo(
    () =>
      found.map((one) => ({
        id: one.person,
        name: one.entity,
        note: one.number > 0 ? t('queue.labelAnd', { label: formatSpeakerLabel(t, one), where: where(one) }) : where(one),
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
      maxLength={1000}
    />
  )
}

/** Members of the roster whose organization matches the typed text. An answer to an earlier text is ignored. */
const useRosterSearch = (text: string): readonly RegisteredPerson[] => {
  const request = useRequest()
  const [found, setFound] = useState(noPeople)
  useEffect(() => {
    if (text.trim() === '') {
      setFound(noPeople)
      return undefined
    }
    let isCurrent = true
    const timer = setTimeout(async () => {
      const result = await request('GET /api/staff/people', { query: { find: text.slice(0, maxEntityLength) } })
      // Without an answer the name is used as typed, as for somebody who is not registered.
      if (isCurrent) setFound(result.ok ? result.value.people : noPeople)
    }, debounceMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [request, text])
  return found
}
