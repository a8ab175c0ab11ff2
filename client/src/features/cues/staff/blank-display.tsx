/** The room screen can be blanked at once; and those who drive do not forget that the room sees nothing. */
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { MenuEntry } from '../../../ui/menu.tsx'
import { Notice } from '../../../ui/status-banner.tsx'

type ActEntry = MenuEntry<string> & { readonly act: () => void }

const useBlank = () => {
  const send = useSend()
  const blank = useView((view) => view.blank === true)
  return { blank, turn: () => void send({ type: blank ? 'cues.unblank' : 'cues.blank', data: {} }) }
}

/** For the session menu. */
export const useBlankEntry = (): ActEntry => {
  const { t } = useText()
  const { blank, turn } = useBlank()
  const words = blank ? { label: t('blank.show') } : { label: t('blank.blank'), note: t('blank.blankNote') }
  return { id: 'blank', ...words, act: turn }
}

export const BlankNotice = () => {
  const { t } = useText()
  const { blank, turn } = useBlank()
  const showing = usePending('cues.unblank') !== undefined
  if (!blank) return null
  return (
    <Notice
      kind="blank"
      action={
        <Button size="small" disabled={showing} onClick={turn}>
          {t('blank.show')}
        </Button>
      }
    >
      {t('blank.is')}
    </Notice>
  )
}
