import type { HttpResult } from '../session/http.ts'
import { getEntryError } from '../text/entry-error-text.ts'
import { useText } from '../text/use-text.tsx'
import { FormError } from '../ui/form-error.tsx'

/** Why a request was refused, as an error of the whole form. Shows nothing if it was not. */
export const RequestError = ({ result }: { result: HttpResult<unknown> | null | undefined }) => {
  const { t } = useText()
  return !result || result.ok ? null : <FormError>{t(getEntryError(result.reason).key)}</FormError>
}
