import { useScriptSetting } from '../../features/script/script-settings.ts'

/** Two sizes below and two above the default. */
export const textSizes = [-2, -1, 0, 1, 2] as const
type TextSize = (typeof textSizes)[number]

export const useTextSize = (): readonly [size: TextSize, choose: (size: number) => void] => {
  const [stored, store] = useScriptSetting('size')
  return [textSizes.find((size) => String(size) === stored) ?? 0, (size) => store(String(size))]
}
