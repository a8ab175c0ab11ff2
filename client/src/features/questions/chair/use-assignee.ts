/** Who was asked to take a question, as a name; null where nobody was, or nobody that this screen may name. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { useView } from '../../../session/hooks.tsx'

export const usePutTo = (person: PersonId | null): string | null =>
  useView(({ panel }) => panel?.find((one) => one.person === person)?.entity ?? null)
