/** The people who have a link to a rehearsal, besides the participants, who enter by its code. */
import { ordinaryChannel } from '@rostrum/shared/contract/channels'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { alwaysAdmitted } from '../../people/access/default-people.ts'

/** Includes a booth, for the first language of the captions, or for English. */
export const listRehearsalPeople = ({ captions: { languages } }: Plan): readonly Admission[] => {
  const booth = languages[0] ?? ('en' as SpokenLanguage)
  return [
    ...alwaysAdmitted,
    { person: `booth-${booth}` as PersonId, role: 'interpreter', entity: 'Booth', group: null, channel: ordinaryChannel, booth },
  ]
}
