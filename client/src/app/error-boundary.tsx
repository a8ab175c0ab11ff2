/** A fault in a page is told plainly; what was decided is with the server, so that loading again goes on. */
import { Component, type ReactNode } from 'react'
import { useText } from '../text/use-text.tsx'
import { Button } from '../ui/button.tsx'
import { Plain } from './message-page.tsx'

type Props = { readonly children: ReactNode }

export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    console.error('A page failed.', error)
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

const Failed = () => {
  const { t } = useText()
  return (
    <Plain title={t('app.failed')} help={t('app.failedHelp')}>
      <Button look="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </Plain>
  )
}
