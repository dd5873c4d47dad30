import { describe, expect, it } from 'vitest'
import { type Banner, EFFECTS } from '../../../shared/model/verdict.ts'
import { SCENES, sceneOf } from '../../../shared/text/scene.ts'

const banner = (more: Partial<Banner>): Banner => ({
  subject: 'chat',
  effect: 'failing',
  certainty: 'confirmed',
  recovering: false,
  incident: null,
  since: null,
  ...more,
})

describe('the scene of a banner', () => {
  it.each([
    [{ effect: 'delayed' }, 'chat-delayed'],
    [{ effect: 'failing' }, 'chat-failing'],
    [{ effect: 'down' }, 'chat-down'],
    [{ subject: 'attachments', effect: 'delayed' }, 'attachments-delayed'],
    [{ subject: 'attachments', effect: 'failing' }, 'attachments-failing'],
    [{ subject: 'attachments', effect: 'down' }, 'attachments-failing'],
    [{ effect: 'maintenance' }, 'maintenance'],
    [{ subject: 'attachments', effect: 'maintenance' }, 'maintenance'],
    [{ effect: 'notice' }, 'possible'],
    [{ effect: 'down', certainty: 'possible' }, 'possible'],
    [{ effect: 'maintenance', certainty: 'possible' }, 'possible'],
    [{ effect: 'down', recovering: true }, 'recovering'],
    [{ effect: 'down', certainty: 'possible', recovering: true }, 'recovering'],
  ] as const)('%j is %s', (more, scene) => expect(sceneOf(banner(more))).toBe(scene))

  it('reaches every scene but "back", which follows trouble instead of telling it', () => {
    const reached = new Set(
      (['chat', 'attachments'] as const).flatMap((subject) =>
        EFFECTS.flatMap((effect) =>
          (['confirmed', 'possible'] as const).flatMap((certainty) =>
            [true, false].map((recovering) => sceneOf(banner({ subject, effect, certainty, recovering }))),
          ),
        ),
      ),
    )
    expect([...reached].sort()).toEqual(SCENES.filter((scene) => scene !== 'back').sort())
  })
})
