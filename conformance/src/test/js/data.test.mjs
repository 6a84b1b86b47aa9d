// Time series, data points, RAW, units, data modeling, sessions and groups.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { client, refusal, unique } from './project.mjs';

test('time series and their points', async () => {
  const externalId = unique('series');
  const [series] = await client.timeseries.create([{ externalId, name: 'series', unit: 'bar', isString: false }]);
  assert.equal(series.isString, false);

  const start = Date.UTC(2024, 0, 1);
  const datapoints = Array.from({ length: 1000 }, (_, i) => ({ timestamp: start + i * 60_000, value: i }));
  await client.datapoints.insert([{ externalId, datapoints }]);

  const [raw] = await client.datapoints.retrieve({ items: [{ externalId }], start, end: start + 600_000, limit: 100 });
  assert.deepEqual(raw.datapoints.map(({ value }) => value), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

  const [hourly] = await client.datapoints.retrieve({
    items: [{ externalId }],
    start,
    end: start + 7_200_000,
    granularity: '1h',
    aggregates: ['average', 'count', 'max', 'sum'], // the average is weighted by time
  });
  assert.deepEqual(
    hourly.datapoints.map(({ average, count, max, sum }) => ({ average, count, max, sum })),
    [
      { average: 30, count: 60, max: 59, sum: 1770 },
      { average: 90, count: 60, max: 119, sum: 5370 },
    ]
  );

  const [latest] = await client.datapoints.retrieveLatest([{ externalId, before: 'now' }]);
  assert.equal(latest.datapoints[0].value, 999);

  await client.datapoints.delete([{ externalId, inclusiveBegin: start, exclusiveEnd: start + 60_000 * 500 }]);
  const [left] = await client.datapoints.retrieve({ items: [{ externalId }], start, end: 'now', limit: 10_000 });
  assert.equal(left.datapoints.length, 500);

  const listed = await client.timeseries.list({ filter: { externalIdPrefix: externalId } }).autoPagingToArray();
  assert.equal(listed.length, 1);
  await client.timeseries.update([{ externalId, update: { unit: { set: 'Pa' }, isStep: { set: true } } }]);
  await client.timeseries.delete([{ externalId }]);
  assert.equal((await refusal(client.datapoints.insert([{ externalId, datapoints }]))).status, 400);
});

test('string points', async () => {
  const externalId = unique('texts');
  await client.timeseries.create([{ externalId, isString: true }]);
  await client.datapoints.insert([{ externalId, datapoints: [{ timestamp: 1, value: 'ä' }, { timestamp: 2, value: '' }] }]);
  const [read] = await client.datapoints.retrieve({ items: [{ externalId }], start: 0, end: 10 });
  assert.equal(read.isString, true);
  assert.deepEqual(read.datapoints.map(({ value }) => value), ['ä', '']);
});

test('RAW databases, tables and rows', async () => {
  const db = unique('db').slice(0, 32);
  await client.raw.createDatabases([{ name: db }]);
  await client.raw.createTables(db, [{ name: 'table' }]);
  const rows = Array.from({ length: 3000 }, (_, i) => ({ key: `k${i}`, columns: { i, text: `t${i}`, nested: { a: [i] } } }));
  await client.raw.insertRows(db, 'table', rows);

  const read = await client.raw.listRows(db, 'table', { limit: 1000 }).autoPagingToArray({ limit: Infinity });
  assert.equal(read.length, 3000);
  const row = await client.raw.retrieveRow(db, 'table', 'k7');
  assert.deepEqual(row.columns, { i: 7, text: 't7', nested: { a: [7] } });
  const projected = await client.raw.listRows(db, 'table', { columns: ['i'], limit: 1 }).autoPagingToArray({ limit: 1 });
  assert.deepEqual(Object.keys(projected[0].columns), ['i']);

  await client.raw.deleteRows(db, 'table', [{ key: 'k7' }]);
  assert.equal((await refusal(client.raw.retrieveRow(db, 'table', 'k7'))).status, 404);
  await client.raw.deleteTables(db, [{ name: 'table' }]);
  await client.raw.deleteDatabases([{ name: db }]);
});

test('data modeling: schema and instances', async () => {
  const space = unique('space');
  await client.spaces.upsert([{ space, name: 'a space' }]);
  await client.containers.upsert([
    {
      space,
      externalId: 'Pump',
      usedFor: 'node',
      properties: {
        name: { type: { type: 'text' }, nullable: false },
        pressure: { type: { type: 'float64' }, nullable: true },
      },
    },
  ]);
  const source = { type: 'view', space, externalId: 'Pump', version: '1' };
  const container = { type: 'container', space, externalId: 'Pump' };
  await client.views.upsert([
    {
      space,
      externalId: 'Pump',
      version: '1',
      properties: {
        name: { container, containerPropertyIdentifier: 'name' },
        pressure: { container, containerPropertyIdentifier: 'pressure' },
      },
    },
  ]);
  await client.dataModels.upsert([{ space, externalId: 'plant', version: '1', views: [source] }]);

  await client.instances.upsert({
    items: Array.from({ length: 20 }, (_, i) => ({
      instanceType: 'node',
      space,
      externalId: `pump-${i}`,
      sources: [{ source, properties: { name: `pump ${i}`, pressure: i / 10 } }],
    })),
  });
  const high = await client.instances.list({
    instanceType: 'node',
    sources: [{ source }],
    filter: { range: { property: [space, 'Pump/1', 'pressure'], gte: 1.5 } },
    sort: [{ property: [space, 'Pump/1', 'pressure'], direction: 'descending' }],
    limit: 3,
  });
  assert.deepEqual(high.items.map(({ externalId }) => externalId), ['pump-19', 'pump-18', 'pump-17']);
  assert.ok(high.nextCursor);

  const found = await client.instances.retrieve({
    sources: [{ source }],
    items: [{ instanceType: 'node', space, externalId: 'pump-3' }],
  });
  assert.equal(found.items[0].properties[space]['Pump/1'].name, 'pump 3');

  const queried = await client.instances.query({
    with: { pumps: { nodes: { filter: { hasData: [source] } }, limit: 5 } },
    select: { pumps: { sources: [{ source, properties: ['name'] }] } },
  });
  assert.equal(queried.items.pumps.length, 5);

  await client.instances.delete([{ instanceType: 'node', space, externalId: 'pump-3' }]);
  const aggregated = await client.instances.aggregate({
    instanceType: 'node',
    view: source,
    aggregates: [{ count: { property: 'externalId' } }],
  });
  assert.equal(aggregated.items[0].aggregates[0].value, 19);
});

test('units', async () => {
  const { items: units } = await client.units.list();
  assert.ok(units.some((unit) => unit.externalId === 'temperature:deg_c'));
  const { items: systems } = await client.units.listUnitSystems();
  assert.ok(systems.length >= 2);
});

test('groups, sessions and the projects of a token', async () => {
  const [group] = await client.groups.create([
    { name: 'readers', sourceId: unique('source'), capabilities: [{ assetsAcl: { actions: ['READ'], scope: { all: {} } } }] },
  ]);
  assert.ok((await client.groups.list({ all: true })).some(({ id }) => id === group.id));
  await client.groups.delete([group.id]);

  const [session] = await client.sessions.create([{ oneshotTokenExchange: true }]);
  assert.equal(session.status, 'READY');
  assert.ok(session.nonce);
  await client.sessions.revoke([{ id: session.id }]);
});
