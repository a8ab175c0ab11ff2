/** The name of a roster member for the secretariat: organization and number, and the person's name if it is known. */

import type { RosterRow } from '@rostrum/shared/api/people'
import { formatSpeakerLabel } from '../../text/labels.ts'
import type { Translate } from '../../text/messages.ts'

/** Distinguishes members of the same organization. */
export const formatPersonName = (t: Translate, { entity, number, name }: Pick<RosterRow, 'entity' | 'number' | 'name'>): string =>
  name !== null ? name : number > 0 ? t('people.called', { entity, label: formatSpeakerLabel(t, { entity, number }) }) : entity
