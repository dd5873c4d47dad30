import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { load } from '../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../scripts/replay/server.ts'
import { historyStoreScript } from './support/historyStore.ts'
import { startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'

// The history's database in a real engine: what is kept, what is left alone, and how long a large one takes to open.

const HELPERS = `
  const DAY = 86_400_000;
  const NOW = Date.UTC(2026, 10, 26);
  const row = (pod, at, more = {}) =>
    ({ pod, at, before: null, level: 'ok', recovering: false, reason: null, impacts: [], ...more });
  const incident = (id, at, more = {}) => ({ id, kind: 'incident', document: {
    id, title: id, phase: 'resolved', impact: 'minor', startedAt: at, link: null,
    updates: [{ phase: 'resolved', text: 'Over.', at, touched: [] }], components: [], ...more } });
  const alert = (id, at) => ({ id, at, title: id, text: '', incidents: [], pods: ['prod1'] });
  /** Puts rows as another version, or nobody in particular, might have left them. */
  const put = (table, ...rows) => store.inDatabase(async (database) => {
    for (const one of rows) await database.put(table, one);
  });
  const all = (table) => store.inDatabase((database) => database.getAll(table));
  const read = async (from = 0, to = NOW) => {
    const found = await store.readHistory({ from, to });
    if (typeof found === 'string') return found;
    return { ...found, rows: Object.fromEntries(found.pods.map((pod) => [pod, found.rowsOf(pod).map(({ at }) => at)])) };
  };
  const request = (asked) => new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });`

describe('the history’s database', () => {
  let page: Replay
  let web: Web
  beforeAll(async () => {
    page = await startReplay({ recordings: load(['2026-03-24-escalation']) })
    web = await startWeb('chromium')
    const script = await historyStoreScript()
    await web.open(`${page.url}/api/v2/status.json`)
    await web.run(`${script}\nwindow.store = store`)
  })
  afterAll(async () => {
    await web.close()
    await page.close()
  })
  const run = (body: string): Promise<unknown> => web.run(`${HELPERS}\n${body}`)
  beforeEach(async () => {
    await run(`await request(indexedDB.deleteDatabase('podlight'))`)
  })

  it('gives the rows of a time, and the one before it, by pod', async () => {
    const found = await run(`
      await put('observations', ...[1, 2, 3, 9].map((day) => row('prod1', day * DAY)), row('prod2', 5 * DAY));
      return read(3 * DAY, 6 * DAY)`)
    expect(found).toMatchObject({
      pods: ['prod1', 'prod2'],
      rows: { prod1: [2, 3].map((day) => day * 86_400_000), prod2: [5 * 86_400_000] },
      oldest: 86_400_000,
      damaged: 0,
      newer: 0,
    })
  })

  it('counts what it can’t use, and leaves what is newer alone for ever', async () => {
    const found = await run(`
      const old = row('prod1', NOW - 500 * DAY);
      await put('observations', old, { ...old, at: old.at + 1, version: 2 }, row('prod1', NOW - DAY, { version: 2 }),
        row('prod1', NOW - 2 * DAY, { level: 'nonsense' }));
      await put('incidents', { ...incident('a', NOW), version: 9 }, { id: 'b' });
      await put('alerts', { ...alert('a', NOW), version: 9 }, { id: 'b' });
      await store.keepIncidents([incident('a', NOW, { phase: 'investigating' })], NOW);
      await store.keepAlerts([alert('a', NOW)]);
      await store.record([row('prod1', NOW)]);
      return { ...(await read()), left: await all('observations'), stored: await all('incidents') }`)
    const { left, stored, ...counted } = found as Record<string, readonly Record<string, unknown>[]>
    expect(counted).toMatchObject({ damaged: 3, newer: 4, incidents: [], alerts: [] })
    expect(left?.map(({ version = 1 }) => version)).toEqual([2, 1, 2, 1])
    expect(stored?.[0]).toMatchObject({ version: 9, document: { phase: 'resolved' } })
  })

  it('drops what is older than 400 days, of every pod', async () => {
    const found = await run(`
      await put('observations', ...['prod1', 'prod2', 'prod9'].flatMap((pod) => [401, 399].map((days) => row(pod, NOW - days * DAY))));
      await put('incidents', incident('old', NOW - 401 * DAY), incident('kept', NOW - 399 * DAY));
      await put('alerts', alert('old', NOW - 401 * DAY), alert('kept', NOW - 399 * DAY));
      await store.record([row('prod1', NOW, { level: 'notice' })]);
      await store.keepIncidents([incident('new', NOW), incident('older', NOW - 800 * DAY)], NOW);
      await store.keepAlerts([alert('new', NOW)]);
      const { rows, incidents, alerts } = await read();
      return { rows, incidents: incidents.map(({ id }) => id), alerts: alerts.map(({ id }) => id) }`)
    const kept = Date.UTC(2026, 10, 26) - 399 * 86_400_000
    expect(found).toEqual({
      rows: { prod1: [kept, Date.UTC(2026, 10, 26)], prod2: [kept], prod9: [kept] },
      incidents: ['kept', 'new'],
      alerts: ['kept', 'new'],
    })
  })

  it('forgets what a clock that ran ahead left, once it is right again, but nothing of a newer Podlight', async () => {
    const found = await run(`
      const ahead = [2, 400].map((days) => row('prod1', NOW + days * DAY, { level: 'outage' }));
      const newer = row('prod1', NOW + 3 * DAY, { version: 2 });
      const soon = row('prod2', NOW + DAY / 2);
      await put('observations', row('prod1', NOW - DAY), ...ahead, newer, soon);
      await store.record([row('prod1', NOW, { level: 'notice' }), row('prod2', NOW, { level: 'notice' })]);
      return (await all('observations')).map(({ pod, at, version = 1 }) => [pod, (at - NOW) / DAY, version])`)
    const [first, ...rest] = found as readonly [pod: string, days: number, version: number][]
    expect(first).toEqual(['prod1', -1, 1])
    expect(rest.map(([pod, days, version]) => [pod, Math.round(days * 2) / 2, version])).toEqual([
      ['prod1', 0, 1],
      ['prod1', 3, 2],
      ['prod2', 0.5, 1],
      ['prod2', 0.5, 1],
    ])
  })

  it('keeps an alert once, as it was told first', async () => {
    const found = await run(`
      await store.keepAlerts([alert('a', NOW - 5)]);
      await store.keepAlerts([alert('a', NOW)]);
      return (await read()).alerts`)
    expect(found).toMatchObject([{ at: Date.UTC(2026, 10, 26) - 5 }])
  })

  it('goes on from version 1 with its rows, and forgets everything', async () => {
    const found = await run(`
      const opening = indexedDB.open('podlight', 1);
      opening.onupgradeneeded = () => opening.result
        .createObjectStore('observations', { keyPath: ['pod', 'at'] }).put(row('prod1', NOW - DAY));
      (await request(opening)).close();
      await store.keepIncidents([incident('a', NOW)], NOW);
      const before = await read();
      await store.forgetAll();
      return [before, await read()]`)
    expect(found).toMatchObject([
      { rows: { prod1: [Date.UTC(2026, 10, 25)] }, incidents: [{ id: 'a' }] },
      { pods: [], incidents: [], oldest: null },
    ])
  })

  it('leaves a database of a newer Podlight alone, and says so', async () => {
    const found = await run(`
      (await request(indexedDB.open('podlight', 99))).close();
      const told = await read();
      const isRefused = await store.record([row('prod1', NOW)]).catch(store.isOfNewer);
      return [told, isRefused, (await indexedDB.databases()).map(({ version }) => version)]`)
    expect(found).toEqual(['newer', true, [99]])
  })

  it('keeps nobody waiting who deletes it while a page reads', async () => {
    const found = await run(`
      let go;
      const reading = store.inDatabase(() => new Promise((resolve) => { go = resolve }));
      await all('alerts');
      await request(indexedDB.deleteDatabase('podlight'));
      go();
      await reading;
      return (await indexedDB.databases()).length`)
    expect(found).toBe(0)
  })

  it('reads many rows hardly slower than the engine gives them', async () => {
    const found = (await run(`
      const impact = { capability: 'chat', effect: 'down', certainty: 'confirmed', phase: 'identified', since: null, incident: 'x' };
      await store.inDatabase(async (database) => {
        const adding = database.transaction('observations', 'readwrite');
        for (let at = 0; at < 20_000; at++)
          adding.store.put(row('prod' + (1 + at % 4), NOW - at * 60_000, { impacts: at % 2 ? [impact, impact] : [] }));
        await adding.done;
      });
      const timeOf = async (work) => {
        const begun = performance.now();
        await work();
        return performance.now() - begun;
      };
      const fastest = async (work) => Math.min(await timeOf(work), await timeOf(work), await timeOf(work));
      const bare = await fastest(() => all('observations'));
      const whole = await fastest(() => read());
      return { ratio: whole / bare, count: Object.values((await read()).rows).flat().length }`)) as {
      readonly ratio: number
      readonly count: number
    }
    expect(found.count).toBe(20_000)
    expect(found.ratio).toBeLessThan(2.5)
  })
})
