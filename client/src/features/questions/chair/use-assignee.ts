/** The name of the assignee; null if there is none, or if this screen may not know the name. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { useView } from '../../../session/hooks.tsx'

export const useAssignee = (person: PersonId | null): string | null =>
  useView(({ panellists }) => panellists?.find((one) => one.person === person)?.entity ?? null)
