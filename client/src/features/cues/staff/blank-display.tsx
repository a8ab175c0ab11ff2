/** Blanks the room screen at once, and reminds the staff as long as the room sees nothing. */
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { Button } from '../../../ui/button.tsx'
import type { MenuOption } from '../../../ui/menu.tsx'

type BlankDisplayEntry = MenuOption<string> & { readonly act: () => void }

const useDisplayBlank = () => {
  const send = useSend('controls')
  const isBlank = useView((view) => view.displayBlank === true)
  return { isBlank, toggle: () => void send({ type: isBlank ? 'cues.unblank' : 'cues.blank', data: {} }) }
}

/** The entry of the session menu. */
export const useBlankDisplayEntry = (): BlankDisplayEntry => {
  const { t } = useText()
  const { isBlank, toggle } = useDisplayBlank()
  const labels = isBlank ? { label: t('blank.show') } : { label: t('blank.blank'), note: t('blank.blankNote') }
  return { id: 'blank', ...labels, act: toggle }
}

/** The same reminder in the Chair's place for alerts. */
export const useBlankAlert = (): AlertItem | null => {
  const { t } = useText()
  const { isBlank } = useDisplayBlank()
  return isBlank ? { id: 'blank', tone: 'warn', title: t('blank.is'), action: <UnblankButton /> } : null
}

const UnblankButton = () => {
  const { t } = useText()
  const { toggle } = useDisplayBlank()
  const showing = usePending('cues.unblank') !== undefined
  return (
    <Button size="small" disabled={showing} onClick={toggle}>
      {t('blank.show')}
    </Button>
  )
}
