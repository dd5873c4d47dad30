import { describe, expect, it } from 'vitest'
import {
  type Action,
  createShow,
  drawnIcon,
  type Icon,
  PACKED_ICON,
  svgIcon,
} from '../../../extension/background/showToolbar.ts'

/** A toolbar that notes what it is given, and may have something against icons. */
const toolbar = (takes: (icon: Icon) => boolean = () => true) => {
  const worn: Record<string, unknown> = {}
  const wear = async (some: object): Promise<void> => void Object.assign(worn, some)
  const action: Action = {
    setIcon: async (icon) => {
      if (!takes(icon)) throw new Error('No such icon.')
      await wear({ icon })
    },
    setBadgeText: wear,
    setBadgeBackgroundColor: ({ color }) => wear({ back: color }),
    setBadgeTextColor: wear,
    setTitle: wear,
  }
  return { action, worn }
}

const STATE = { icon: 'outage', text: '!!', color: '#7a0000', title: 'Chat is down' } as const
const REST = { text: '!!', back: '#7a0000', title: 'Chat is down' }
const drawing = { 16: {} as never }

describe('the toolbar', () => {
  it('wears what was drawn of a level', async () => {
    const { action, worn } = toolbar()
    const show = createShow(
      action,
      drawnIcon(() => drawing),
    )
    await show(STATE)
    expect(worn).toMatchObject({ ...REST, icon: { imageData: drawing } })
  })

  it('has a ring drawn round a level where something was noticed, and round no other', async () => {
    const { action, worn } = toolbar()
    const drawn: unknown[] = []
    const show = createShow(
      action,
      drawnIcon((level, isRinged) => {
        drawn.push([level, isRinged])
        return drawing
      }),
    )
    await show({ ...STATE, icon: 'ok', text: '', isRinged: true })
    await show(STATE)
    expect(drawn).toEqual([
      ['ok', true],
      ['outage', undefined],
    ])
    expect(worn).toMatchObject(REST)
  })

  it('wears the drawing itself where it takes one', async () => {
    const { action, worn } = toolbar()
    await createShow(action, svgIcon)(STATE)
    expect(worn).toMatchObject({ ...REST, icon: { path: '/icons/outage.svg' } })
  })

  it('wears no old level where one cannot be drawn, and tells it by badge and title all the same', async () => {
    const { action, worn } = toolbar()
    await createShow(
      action,
      drawnIcon(() => drawing),
    )({ ...STATE, icon: 'ok', text: '', title: 'All is well' })
    const broken = drawnIcon(() => {
      throw new Error('There is nothing to draw on.')
    })
    await createShow(action, broken)(STATE)
    expect(worn).toMatchObject({ ...REST, icon: PACKED_ICON })
    // Node has no canvas, so this is what our own way of drawing does without one.
    await createShow(action, drawnIcon())({ ...STATE, title: 'Still down' })
    expect(worn).toMatchObject({ ...REST, icon: PACKED_ICON, title: 'Still down' })
  })

  it('takes the packed picture where it refuses pixels, and does without where it refuses both', async () => {
    const noPixels = toolbar((icon) => 'path' in icon)
    await createShow(
      noPixels.action,
      drawnIcon(() => drawing),
    )(STATE)
    expect(noPixels.worn).toMatchObject({ ...REST, icon: PACKED_ICON })
    const none = toolbar(() => false)
    await createShow(
      none.action,
      drawnIcon(() => drawing),
    )(STATE)
    expect(none.worn).toMatchObject(REST)
    expect(none.worn).not.toHaveProperty('icon')
  })
})
