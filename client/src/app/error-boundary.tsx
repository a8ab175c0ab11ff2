/** Shows an error in a page in plain words. The state is on the server, so reloading the page continues the session. */
import { Component, type ReactNode } from 'react'
import { usePhoneText } from '../text/use-text.tsx'
import { Button } from '../ui/button.tsx'
import { MessagePage } from './message-page.tsx'

/** `fallback`: replaces the page if a message would be out of place. */
type Props = { readonly children: ReactNode; readonly fallback?: ReactNode }

export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    console.error('A page failed.', error)
  }

  override render(): ReactNode {
    const { children, fallback = <ErrorMessage /> } = this.props
    return this.state.failed ? fallback : children
  }
}

const ErrorMessage = () => {
  const { t } = usePhoneText()
  return (
    <MessagePage title={t('app.failed')} help={t('app.failedHelp')}>
      <Button look="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </MessagePage>
  )
}
