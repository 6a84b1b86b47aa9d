// What programs do all day: upserts in a loop, partitions of every resource that has them, RAW cursors, graphs.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { client, refusal, unique } from './project.mjs';

/** Creates, and updates what is there already: the loop that stands in for CDF's missing upsert. */
async function upsert(resource, items, toUpdate) {
  try {
    return await resource.create(items);
  } catch (error) {
    if (error.status !== 409) {
      throw error;
    }
    const taken = new Set(error.duplicated.map(({ externalId }) => externalId));
    const fresh = items.filter(({ externalId }) => !taken.has(externalId));
    const created = fresh.length === 0 ? [] : await resource.create(fresh);
    const updated = await resource.update(
      items.filter(({ externalId }) => taken.has(externalId)).map((item) => ({ externalId: item.externalId, update: toUpdate(item) }))
    );
    return [...created, ...updated];
  }
}

test('loops of create and update', async () => {
  const prefix = unique('upserted');
  const named = (from, count, name) =>
    Array.from({ length: count }, (_, i) => ({ externalId: `${prefix}-${from + i}`, name }));
  const rename = ({ name }) => ({ name: { set: name } });
  for (const resource of [client.assets, client.timeseries]) {
    await upsert(resource, named(0, 300, 'old'), rename);
    const again = await upsert(resource, named(200, 300, 'new'), rename);
    assert.equal(again.length, 300);
    const all = await resource
      .list({ filter: { externalIdPrefix: `${prefix}-` }, limit: 1000 })
      .autoPagingToArray({ limit: Infinity });
    assert.equal(all.length, 500);
    assert.equal(all.filter(({ name }) => name === 'new').length, 300);
  }
});

test('partitions of every resource that has them', async () => {
  const prefix = unique('parted');
  const ids = Array.from({ length: 60 }, (_, i) => `${prefix}-${i}`);
  await client.events.create(ids.map((externalId) => ({ externalId })));
  await client.timeseries.create(ids.map((externalId) => ({ externalId })));
  await client.sequences.create(ids.map((externalId) => ({ externalId, columns: [{ externalId: 'c' }] })));
  await client.relationships.create(
    ids.map((externalId) => ({
      externalId,
      sourceType: 'asset',
      sourceExternalId: prefix,
      targetType: 'asset',
      targetExternalId: 'x',
    }))
  );
  for (const externalId of ids) {
    await client.files.upload({ externalId, name: 'f' });
  }
  const byPrefix = { externalIdPrefix: `${prefix}-` };
  for (const [resource, filter] of [
    [client.events, byPrefix],
    [client.timeseries, byPrefix],
    [client.sequences, byPrefix],
    [client.files, byPrefix],
    [client.relationships, { sourceExternalIds: [prefix] }],
  ]) {
    const parts = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        resource.list({ filter, limit: 5, partition: `${i + 1}/10` }).autoPagingToArray({ limit: Infinity })
      )
    );
    assert.deepEqual(parts.flat().map(({ externalId }) => externalId).sort(), [...ids].sort());
  }
  for (const strict of [client.assets, client.events, client.files]) {
    assert.equal((await refusal(strict.list({ partition: '1/11' }))).status, 400);
  }
});

test('searches', async () => {
  const word = unique('zebra').replaceAll('-', '');
  await client.timeseries.create([{ externalId: unique('t'), name: `${word} flow`, description: 'of a pump' }]);
  await client.sequences.create([{ externalId: unique('s'), name: `${word} curve`, columns: [{ externalId: 'c' }] }]);
  await client.events.create([{ externalId: unique('e'), description: `${word} stopped` }]);
  await client.files.upload({ externalId: unique('f'), name: `${word}.pdf` });

  assert.equal((await client.timeseries.search({ search: { query: word } })).length, 1);
  assert.equal((await client.timeseries.search({ search: { description: 'pump' }, filter: { name: `${word} flow` } })).length, 1);
  assert.equal((await client.sequences.search({ search: { name: word } })).length, 1);
  assert.equal((await client.events.search({ search: { description: word } })).length, 1);
  assert.equal((await client.files.search({ search: { name: word } })).length, 1);
});

test('aggregates of properties', async () => {
  const source = unique('source');
  await client.events.create([
    { type: 'A', source, metadata: { Color: 'Red' } },
    { type: 'a', source, metadata: { Color: 'blue', size: '1' } },
    { type: 'b', source },
  ]);
  const types = await client.events.aggregate.uniqueValues({
    filter: { source },
    fields: ['type'],
  });
  assert.deepEqual(types.map(({ count, value }) => [value, count]), [['a', 2], ['b', 1]]);
});

test('RAW: a table is read through cursors side by side', async () => {
  const db = unique('db').slice(0, 32);
  const rows = Array.from({ length: 2000 }, (_, i) => ({ key: `key ${i}/ä`, columns: { i } }));
  await client.raw.insertRows(db, 'table', rows, true);
  const path = `/api/v1/projects/${client.project}/raw/dbs/${db}/tables/table`;
  const heads = (await client.get(`${path}/cursors`, { params: { numberOfCursors: 4 } })).data.items;
  assert.equal(heads.length, 4);
  const chains = await Promise.all(
    heads.map(async (head) => {
      const keys = [];
      for (let cursor = head; cursor; ) {
        const { data } = await client.get(`${path}/rows`, { params: { cursor, limit: 100 } });
        keys.push(...data.items.map(({ key }) => key));
        cursor = data.nextCursor;
      }
      return keys;
    })
  );
  assert.deepEqual(chains.flat().sort(), rows.map(({ key }) => key).sort());
  assert.equal((await client.raw.retrieveRow(db, 'table', 'key 7/ä')).columns.i, 7);

  const [last] = await client.raw.listRows(db, 'table', { limit: 1 }).autoPagingToArray({ limit: 1 });
  const later = await client.raw
    .listRows(db, 'table', { minLastUpdatedTime: Number(last.lastUpdatedTime) + 1_000_000 })
    .autoPagingToArray();
  assert.equal(later.length, 0);
  await client.raw.deleteTables(db, [{ name: 'table' }]);
  await client.raw.deleteDatabases([{ name: db }]);
});

test('data modeling: a graph is written, walked, searched and deleted', async () => {
  const space = unique('graph');
  await client.spaces.upsert([{ space }]);
  await client.containers.upsert([
    {
      space,
      externalId: 'Unit',
      usedFor: 'node',
      properties: {
        title: { type: { type: 'text' } },
        rank: { type: { type: 'int64' } },
        tags: { type: { type: 'text', list: true } },
        since: { type: { type: 'timestamp' } },
        next: { type: { type: 'direct' } },
      },
    },
  ]);
  const view = { type: 'view', space, externalId: 'Unit', version: 'v1' };
  const container = { type: 'container', space, externalId: 'Unit' };
  const mapped = (name) => [name, { container, containerPropertyIdentifier: name }];
  await client.views.upsert([
    { space, externalId: 'Unit', version: 'v1', properties: Object.fromEntries(['title', 'rank', 'tags', 'since', 'next'].map(mapped)) },
  ]);
  const node = (i) => ({ space, externalId: `n${i}` });
  const type = { space, externalId: 'flowsTo' };
  const nodes = Array.from({ length: 12 }, (_, i) => ({
    instanceType: 'node',
    ...node(i),
    sources: [
      {
        source: view,
        properties: {
          title: i % 2 ? `odd unit ${i}` : `even unit ${i}`,
          rank: i,
          tags: i % 3 ? ['a', 'b'] : ['c'],
          since: `2024-01-${String(i + 1).padStart(2, '0')}T00:00:00.000Z`,
          next: node(i + 1),
        },
      },
    ],
  }));
  const edges = Array.from({ length: 11 }, (_, i) => ({
    instanceType: 'edge',
    space,
    externalId: `e${i}`,
    type,
    startNode: node(i),
    endNode: node(i + 1),
  }));
  const written = await client.instances.upsert({ items: [...nodes, ...edges], autoCreateDirectRelations: true });
  assert.equal(written.items.length, 23);
  assert.ok(written.items.every(({ wasModified, version }) => wasModified && version === 1));
  const again = await client.instances.upsert({ items: [nodes[3]] });
  assert.equal(again.items[0].wasModified, false);
  const conflict = await refusal(client.instances.upsert({ items: [{ ...nodes[3], existingVersion: 0 }] }));
  assert.equal(conflict.status, 409);

  const property = (name) => [space, 'Unit/v1', name];
  for (const [filter, expected] of [
    [{ equals: { property: property('rank'), value: 3 } }, ['n3']],
    [{ in: { property: ['node', 'externalId'], values: ['n1', 'n2', 'nobody'] } }, ['n1', 'n2']],
    [{ range: { property: property('rank'), gt: 8, lte: 10 } }, ['n10', 'n9']],
    [{ prefix: { property: property('title'), value: 'odd unit 1' } }, ['n1', 'n11']],
    [{ containsAny: { property: property('tags'), values: ['c', 'x'] } }, ['n0', 'n3', 'n6', 'n9']],
    [{ and: [{ containsAll: { property: property('tags'), values: ['a', 'b'] } }, { range: { property: property('rank'), lt: 3 } }] }, ['n1', 'n2']],
    [{ equals: { property: property('next'), value: node(5) } }, ['n4']],
    [{ range: { property: property('since'), gte: '2024-01-12T00:00:00Z' } }, ['n11']],
    [{ nested: { scope: property('next'), filter: { equals: { property: property('rank'), value: 7 } } } }, ['n6']],
    [{ instanceReferences: [node(2), node(11)] }, ['n11', 'n2']],
    [{ and: [{ not: { range: { property: property('rank'), gte: 1 } } }, { hasData: [view] }] }, ['n0']],
  ]) {
    const found = await client.instances.list({ sources: [{ source: view }], filter, limit: 1000 });
    assert.deepEqual(found.items.map(({ externalId }) => externalId).sort(), expected, JSON.stringify(filter));
  }

  const paged = [];
  for (let cursor; ; ) {
    const page = await client.instances.list({ sources: [{ source: view }], filter: { equals: { property: ['node', 'space'], value: space } }, limit: 5, cursor });
    paged.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  assert.equal(paged.length, 12);

  const walked = await client.instances.query({
    with: {
      first: { nodes: { filter: { equals: { property: ['node', 'externalId'], value: 'n0' } } } },
      flows: { edges: { from: 'first', maxDistance: 3, direction: 'outwards', filter: { equals: { property: ['edge', 'type'], value: type } } } },
      reached: { nodes: { from: 'flows' } },
      followed: { nodes: { from: 'first', through: { source: view, identifier: 'next' }, direction: 'outwards' } },
    },
    select: { flows: {}, reached: { sources: [{ source: view, properties: ['title'] }] }, followed: {} },
  });
  assert.deepEqual(walked.items.flows.map(({ externalId }) => externalId).sort(), ['e0', 'e1', 'e2']);
  assert.deepEqual(walked.items.reached.map(({ externalId }) => externalId).sort(), ['n1', 'n2', 'n3']);
  assert.deepEqual(walked.items.followed.map(({ externalId }) => externalId), ['n1']);

  const hits = await client.instances.search({ view, query: 'odd', properties: ['title'], limit: 100 });
  assert.equal(hits.items.length, 6);
  const grouped = await client.instances.aggregate({ view, aggregates: [{ max: { property: 'rank' } }, { count: { property: 'rank' } }] });
  assert.deepEqual(grouped.items[0].aggregates.map(({ value }) => value), [11, 12]);

  const synced = await client.instances.sync({
    with: { all: { nodes: { filter: { hasData: [view] } }, limit: 100 } },
    select: { all: { sources: [{ source: view, properties: ['rank'] }] } },
  });
  assert.equal(synced.items.all.length, 12);
  await client.instances.delete([{ instanceType: 'node', ...node(1) }, { instanceType: 'node', space, externalId: 'nobody' }]);
  const left = await client.instances.list({ instanceType: 'edge', filter: { equals: { property: ['edge', 'space'], value: space } } });
  assert.equal(left.items.length, 9);
});
