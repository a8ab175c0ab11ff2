/** The parts of a page: bars, banners, dialogs and frames. */
import { AlertPlace } from '@rostrum/client/ui/alert-place.tsx'
import { Banner, BannerLine } from '@rostrum/client/ui/banner.tsx'
import { Button } from '@rostrum/client/ui/button.tsx'
import { ConnectionIndicator } from '@rostrum/client/ui/connection-indicator.tsx'
import { DialogButton } from '@rostrum/client/ui/dialog-button.tsx'
import { Fold } from '@rostrum/client/ui/fold.tsx'
import { GuardedPage } from '@rostrum/client/ui/guarded-page.tsx'
import { IconLabel } from '@rostrum/client/ui/icon-label.tsx'
import { LiveRegion } from '@rostrum/client/ui/live-region.tsx'
import { ModalDialog } from '@rostrum/client/ui/modal-dialog.tsx'
import { NativeDialog } from '@rostrum/client/ui/native-dialog.tsx'
import { PhoneFrame, PhoneTabs } from '@rostrum/client/ui/phone-frame.tsx'
import { Place } from '@rostrum/client/ui/place.tsx'
import { PrintSheet } from '@rostrum/client/ui/print-sheet.tsx'
import { StaleContent, StatusBanner } from '@rostrum/client/ui/status-banner.tsx'
import { PresenceCounts, TopBar } from '@rostrum/client/ui/top-bar.tsx'
import type { Examples } from './example.ts'
import { Kept } from './kept.tsx'

const alertLabels = { place: 'Alerts', none: 'Nothing needs you', all: 'All alerts', count: (n: number) => `${n} alerts` }

export const frames: Examples = {
  'alert-place': {
    none: <AlertPlace alerts={[]} labels={alertLabels} />,
    two: (
      <AlertPlace
        alerts={[
          { id: 'point', tone: 'urgent', title: 'Point of order', text: 'Permanent mission' },
          { id: 'late', tone: 'warn', title: 'Two minutes late' },
        ]}
        labels={alertLabels}
      />
    ),
  },
  banner: {
    announcement: (
      <Banner label="Announcements">
        <BannerLine text="Lunch is served in hall B." time="12:40" />
      </Banner>
    ),
  },
  'connection-indicator': {
    live: <ConnectionIndicator isLive>Live</ConnectionIndicator>,
    lost: <ConnectionIndicator isLive={false}>Not connected</ConnectionIndicator>,
  },
  'dialog-button': {
    closed: (
      <DialogButton label="Close the session" title="Close the session?">
        {() => 'It cannot be opened again.'}
      </DialogButton>
    ),
  },
  fold: { closed: <Fold title="2 Failures">What has not worked?</Fold> },
  'guarded-page': {
    'a place on it': (
      <GuardedPage>
        <Place means="start">
          <Button>Start the clock</Button>
        </Place>
      </GuardedPage>
    ),
  },
  place: { 'off a guarded page': <Place means="start">Nothing rests here</Place> },
  'live-region': {
    'heard and not seen': (
      <>
        <LiveRegion />
        For screen readers
      </>
    ),
  },
  'modal-dialog': {
    'opened by a button': (
      <Kept from={false}>
        {(open, set) => (
          <>
            <Button onClick={() => set(true)}>Open the dialog</Button>
            <ModalDialog open={open} title="Close the session?" onClose={() => set(false)}>
              It cannot be opened again.
            </ModalDialog>
          </>
        )}
      </Kept>
    ),
  },
  'native-dialog': {
    'opened by a button': (
      <Kept from={false}>
        {(open, set) => (
          <>
            <Button onClick={() => set(true)}>Open the native dialog</Button>
            {open ? (
              <NativeDialog title="Leave the list?" closeText="Close" onClose={() => set(false)}>
                Your place is lost.
              </NativeDialog>
            ) : null}
          </>
        )}
      </Kept>
    ),
  },
  'phone-frame': {
    page: (
      <Kept<'floor' | 'agenda'> from="floor">
        {(current, set) => (
          <PhoneFrame
            head={{ title: 'Open consultation', tools: null }}
            tabs={
              <PhoneTabs
                label="Parts"
                tabs={[
                  { id: 'floor', icon: 'mic', label: 'Floor' },
                  { id: 'agenda', icon: 'agenda', label: 'Agenda' },
                ]}
                current={current}
                onChange={set}
              />
            }
          >
            The page of a phone
          </PhoneFrame>
        )}
      </Kept>
    ),
  },
  'print-sheet': {
    'on paper alone': (
      <>
        <PrintSheet>A sheet for printing</PrintSheet>
        Only on paper
      </>
    ),
  },
  'status-banner': {
    offline: <StatusBanner kind="offline">No connection. What you press is sent later.</StatusBanner>,
    rehearsal: <StatusBanner kind="rehearsal">This is a rehearsal.</StatusBanner>,
    stale: <StaleContent stale>Content of 12:07</StaleContent>,
  },
  'top-bar': {
    page: (
      <TopBar
        title="Open consultation"
        aside={
          <PresenceCounts>
            <IconLabel icon="room">12</IconLabel>
            <IconLabel icon="remote">30</IconLabel>
          </PresenceCounts>
        }
      >
        <Button size="small">Menu</Button>
      </TopBar>
    ),
  },
}
