/** How long the device of a speaker has been away. Only the staff see it. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { useNow, useView } from '../session/hooks.tsx'
import { usePhoneText } from '../text/use-text.tsx'
import { Chip } from '../ui/chip.tsx'

/** Counts in steps of ten seconds, so that it does not distract, and in minutes from two minutes on. Null at first. */
export const useNoSignalText = (since: number): string | null => {
  const { t } = usePhoneText()
  const now = useNow(5000)
  const n = Math.max(0, Math.round((now - since) / 10_000) * 10)
  if (n === 0) return null
  return n < 120 ? t('queue.noSignal', { n }) : t('queue.noSignalMinutes', { n: Math.round(n / 60) })
}

export const NoSignalChip = ({ person }: { person: PersonId | null | undefined }) => {
  const since = useView(({ presence }) => (person ? presence.away?.[person] : undefined))
  return since === undefined ? null : <SinceChip since={since} />
}

const SinceChip = ({ since }: { since: number }) => {
  const text = useNoSignalText(since)
  if (text === null) return null
  return (
    <Chip tone="warn" icon="nosignal">
      {text}
    </Chip>
  )
}
