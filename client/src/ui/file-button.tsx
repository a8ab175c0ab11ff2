/** Lets a person choose a file. The same file can be chosen again after it was corrected. */
import { type ReactNode, useRef } from 'react'
import { Button, type ButtonLook } from './button.tsx'

type FileButtonProps = Pick<ButtonLook, 'look' | 'size'> & {
  accept: string
  disabled?: boolean | undefined
  onFile: (file: File) => void
  children: ReactNode
}

export const FileButton = ({ accept, disabled, onFile, children, look, size }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button look={look} size={size} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
