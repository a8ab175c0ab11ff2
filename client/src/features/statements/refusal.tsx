import { useRefusal } from '../../session/hooks.tsx'
import { refusalWords } from '../../text/refusal-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Refusal as Words } from '../../ui/refusal-text.tsx'

/** That another device was first is told with both texts. */
export const Refusal = ({ of }: { of: readonly string[] }) => {
  const { t } = useText()
  const why = useRefusal(of)
  return <Words words={why === 'moved-on' ? null : refusalWords(t, why)} />
}
