/**
 * The phone number of a called person whose device is not connected, if the roster contains it. It is for the staff alone, and in no view.
 */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { useRequest, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'

export const useReachAlert = (): AlertItem | null => {
  const { t } = useText()
  const called = useView(({ floor: { current } }) => (current?.startedAt === null ? current : null))
  const person = called?.staff?.person ?? null
  const isAway = useView(({ presence }) => person !== null && presence.away?.[person] !== undefined)
  const phone = usePhone(isAway ? person : null)
  if (!called?.speaker || phone === null) return null
  const title = t('alert.noSignal', { who: called.speaker.entity })
  return { id: 'reach', tone: 'warn', title, text: t('alert.reachByPhone', { phone }) }
}

const usePhone = (person: PersonId | null): string | null => {
  const request = useRequest()
  const [known, setKnown] = useState<{ readonly person: PersonId; readonly phone: string | null } | null>(null)
  useEffect(() => {
    if (person === null) return undefined
    let isCurrent = true
    const ask = async () => {
      const answer = await request('GET /api/staff/phone', { query: { person } })
      if (isCurrent) setKnown(answer.ok ? { person, phone: answer.value.phone } : null)
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [request, person])
  return known !== null && known.person === person ? known.phone : null
}
