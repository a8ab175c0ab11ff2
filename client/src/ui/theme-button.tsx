import { Button } from './button.tsx'
import { useTheme } from './use-theme.ts'

/** A toggle button named "Dark theme". */
export const ThemeButton = ({ label }: { label: string }) => {
  const { theme, toggle } = useTheme()
  return (
    <Button
      look="quiet"
      size="small"
      bare
      icon={theme === 'dark' ? 'sun' : 'moon'}
      aria-label={label}
      aria-pressed={theme === 'dark'}
      title={label}
      onClick={toggle}
    />
  )
}
