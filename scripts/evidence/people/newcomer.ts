import { loginPage } from '../world/endpoints.ts'
import { SECOND } from '../world/time.ts'
import type { World } from '../world/world.ts'

/** Lets an agent try to sign in, again and again until it works, with the page loaded anew each third time. */
export const startNewcomer = (world: World): void => {
  const { random } = world
  const { page, settings, login } = loginPage
  const again = (act: () => void): void => world.at(world.now() + random.between(10, 50) * SECOND, act)
  const signIn = (tries: number): void =>
    world.ask(login, login.path('', '', ''), world.now(), ({ status }) => {
      if (status !== 200) again(() => (tries % 3 === 0 ? load() : signIn(tries + 1)))
    })
  const load = (): void =>
    world.ask(page, page.path('', '', ''), world.now(), ({ status }) => {
      if (status !== 200) return again(load)
      world.ask(settings, settings.path('', '', ''), world.now() + 200)
      world.at(world.now() + random.between(5, 15) * SECOND, () => signIn(1))
    })
  load()
}
