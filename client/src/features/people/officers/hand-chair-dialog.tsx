/** Hands the chair to another officer with the Chair's screen, or takes it back. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import { roleByOffice } from '@rostrum/shared/contract/offices'
import { roleRules } from '@rostrum/shared/contract/roles'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import { useOfficerName, useOfficers } from '../../../widgets/officers.ts'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'

/** The officer in the chair, and the others who could be. */
export const usePresiding = () => {
  const chairs = useOfficers().filter(({ office, ended }) => !ended && roleRules[roleByOffice[office]].mayPreside)
  return { presiding: chairs.find(({ presiding }) => presiding) ?? null, others: chairs.filter(({ presiding }) => !presiding) }
}

export const HandChairDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const send = useSend('hand-chair')
  const getName = useOfficerName()
  const { presiding, others } = usePresiding()
  const mine = useView(({ me }) => me.id)
  const [chosen, setChosen] = useState<PersonId | null>(null)
  // With one other officer there is nothing to choose.
  const to = chosen ?? (others.length === 1 ? (others[0]?.person ?? null) : null)
  const submit = async () => {
    if (to === null) return
    const reply = await send({ type: 'people.hand-chair', data: { to, expectedPresiding: presiding?.person ?? null } })
    if (reply?.ok) onClose()
  }
  return (
    <ModalDialog open title={t('officers.handTitle')} onClose={onClose}>
      <p>{t('officers.handHelp', { who: presiding === null ? '' : getName(presiding.person) })}</p>
      <ChoiceList
        label={t('officers.handTo')}
        options={others.map(({ person }) => ({
          value: person,
          label: person === mine ? t('officers.me', { office: getName(person) }) : getName(person),
        }))}
        value={to}
        onChange={setChosen}
      />
      <RefusalMessage area="hand-chair" />
      <DialogActions
        disabled={to === null}
        onUse={() => void submit()}
        label={t(to === mine ? 'officers.takeBack' : 'officers.hand')}
        onClose={onClose}
      />
    </ModalDialog>
  )
}
