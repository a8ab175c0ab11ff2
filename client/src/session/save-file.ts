import type { NamedFile } from './http.ts'

/** As a browser saves what a link leads to; a link itself could not show the secret that opens it. */
export const saveFile = ({ name, content }: NamedFile): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
