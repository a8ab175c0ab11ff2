/** Each role's view is a file of its own, loaded when it is shown: the chair's tools never travel to a phone. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { Door, Seat } from '../session/session-ticket.ts'
import { load, preferredLanguage } from '../text/text.ts'
import { Loading } from './loading-page.tsx'

type Seated = ComponentType<{ seat: Seat }>

/** With all messages, which the driving screens and the room screen need. */
const spoken = async <T,>(view: Promise<T>): Promise<T> => {
  const [loaded] = await Promise.all([view, load(preferredLanguage(), 'all')])
  return loaded
}

/** The light build, for phones and for whoever enters, leaves out what only the desks and the room screen need. */
const light = import.meta.env.MODE === 'light'

const staffViews: Readonly<Partial<Record<Door, Seated>>> = light
  ? {}
  : {
      chair: lazy(async () => {
        const { Chair } = await spoken(import('../surfaces/chair/chair.tsx'))
        return { default: Chair }
      }),
      desk: lazy(async () => {
        const { Secretariat } = await spoken(import('../surfaces/secretariat/secretariat.tsx'))
        return { default: Secretariat }
      }),
      podium: lazy(async () => {
        const { Podium } = await spoken(import('../surfaces/podium/podium.tsx'))
        return { default: Podium }
      }),
      screen: lazy(async () => {
        const { Display } = await spoken(import('../surfaces/display/display.tsx'))
        return { default: Display }
      }),
    }

const views: Readonly<Partial<Record<Door, Seated>>> = {
  ...staffViews,
  room: lazy(async () => {
    const { Room } = await import('../surfaces/room/room.tsx')
    return { default: Room }
  }),
  remote: lazy(async () => {
    const { Remote } = await spoken(import('../surfaces/remote/remote.tsx'))
    return { default: Remote }
  }),
}

/** False where this build has no view for a door: the page must then be loaded anew, and comes with the build that has. */
export const opensHere = (door: Door): boolean => views[door] !== undefined

const Home = light
  ? Loading
  : lazy(async () => {
      const page = await spoken(import('../surfaces/home/home.tsx'))
      return { default: page.Home }
    })

/** Without a session: of the one whose desk or chair this device is. */
const Record: ComponentType<{ session?: string | undefined }> = light
  ? Loading
  : lazy(async () => {
      const page = await spoken(import('./record-route.tsx'))
      return { default: page.RecordPage }
    })

const Join = lazy(async () => {
  const page = await import('../surfaces/join/join.tsx')
  return { default: page.Join }
})

export const Confirm = lazy(async () => {
  const page = await import('../surfaces/join/confirm.tsx')
  return { default: page.Confirm }
})

export const Awaited = ({ children }: { children: ReactNode }) => <Suspense fallback={<Loading />}>{children}</Suspense>

export const HomePage = () => (
  <Awaited>
    <Home />
  </Awaited>
)

export const RecordPage = ({ session }: { session?: string | undefined }) => (
  <Awaited>
    <Record session={session} />
  </Awaited>
)

export const JoinPage = () => (
  <Awaited>
    <Join />
  </Awaited>
)

export const ViewOf = ({ door, seat }: { door: Door; seat: Seat }) => {
  const View = views[door]
  return <Awaited>{View === undefined ? null : <View seat={seat} />}</Awaited>
}
