/** The current speaker, for interpreters: the language is in bold below the name. */
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { boothFloor } from '../../../ui/floor-layouts.ts'
import { useFloorProps } from '../../../widgets/turn-text.tsx'
import styles from './booth-floor.module.css'

export const BoothFloor = () => <Floor layout={boothFloor} {...useFloorProps('none', <Speaks />)} />

const Speaks = () => {
  const { t, language } = useText()
  const spoken = useView(({ floor }) => findOpenTurn(floor)?.language)
  return (
    <strong className={spoken === undefined ? undefined : styles.speaks}>
      {spoken === undefined ? t('booth.notSaid') : formatLanguageName(language.id, spoken)}
    </strong>
  )
}
