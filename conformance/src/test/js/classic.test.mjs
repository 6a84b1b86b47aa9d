// Assets, events, files, time series, sequences, labels, relationships, data sets: create, list, page, update, delete.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { client, refusal, unique } from './project.mjs';

test('assets: a tree is created, listed, changed and deleted', async () => {
  const root = unique('root');
  const created = await client.assets.create([
    { externalId: `${root}-child`, name: 'child', parentExternalId: root, metadata: { kind: 'pump' } },
    { externalId: root, name: 'root', description: 'a root' },
  ]);
  assert.equal(created.length, 2);
  assert.equal(created[0].parentId, created[1].id);
  assert.ok(created[1].createdTime instanceof Date);

  const children = await client.assets
    .list({ filter: { parentExternalIds: [root] } })
    .autoPagingToArray();
  assert.deepEqual(children.map((asset) => asset.externalId), [`${root}-child`]);

  const found = await client.assets.retrieve([{ externalId: root }, { externalId: 'nobody' }], {
    ignoreUnknownIds: true,
  });
  assert.deepEqual(found.map((asset) => asset.id), [created[1].id]);

  const [changed] = await client.assets.update([
    {
      externalId: root,
      update: { name: { set: 'new' }, description: { setNull: true }, metadata: { add: { a: 'b' } } },
    },
  ]);
  assert.equal(changed.name, 'new');
  assert.equal(changed.description, undefined);
  assert.deepEqual(changed.metadata, { a: 'b' });

  const count = await client.assets.aggregate({ filter: { assetSubtreeIds: [{ externalId: root }] } });
  assert.equal(count[0].count, 2);

  const subtree = await client.assets
    .list({ filter: { assetSubtreeIds: [{ id: created[1].id }] }, aggregatedProperties: ['depth', 'childCount'] })
    .autoPagingToArray();
  assert.deepEqual(subtree.map(({ aggregates }) => aggregates.depth).sort(), [0, 1]);

  assert.equal((await refusal(client.assets.delete([{ externalId: root }]))).status, 400);
  await client.assets.delete([{ externalId: root }], { recursive: true });
  assert.equal((await refusal(client.assets.retrieve([{ externalId: root }]))).status, 400);
});

test('assets: errors name what is missing and what exists', async () => {
  const externalId = unique('taken');
  await client.assets.create([{ externalId, name: 'x' }]);

  const conflict = await refusal(client.assets.create([{ externalId, name: 'y' }]));
  assert.equal(conflict.status, 409);
  assert.deepEqual(conflict.extra?.duplicated ?? conflict.duplicated, [{ externalId }]);

  const missing = await refusal(client.assets.retrieve([{ externalId: unique('nobody') }]));
  assert.equal(missing.status, 400);
  assert.equal((await refusal(client.assets.create([{ name: 'n'.repeat(141) }]))).status, 400);
});

test('assets: pages and partitions give every item once', async () => {
  const prefix = unique('paged');
  const ids = Array.from({ length: 2500 }, (_, i) => `${prefix}-${i}`);
  await client.assets.create(ids.map((externalId) => ({ externalId, name: 'paged' })));

  const filter = { externalIdPrefix: `${prefix}-` };
  const paged = await client.assets.list({ filter, limit: 1000 }).autoPagingToArray({ limit: Infinity });
  assert.deepEqual(paged.map((asset) => asset.externalId).sort(), [...ids].sort());

  const parts = await Promise.all(
    Array.from({ length: 4 }, (_, i) =>
      client.assets.list({ filter, limit: 1000, partition: `${i + 1}/4` }).autoPagingToArray({ limit: Infinity })
    )
  );
  assert.deepEqual(parts.flat().map((asset) => asset.externalId).sort(), [...ids].sort());
});

test('assets: advanced filter, sort and search', async () => {
  const prefix = unique('sorted');
  await client.assets.create(
    ['c', 'a', 'b'].map((name, i) => ({ externalId: `${prefix}-${i}`, name: `${prefix} ${name}`, source: prefix }))
  );

  const sorted = await client.assets
    .list({
      advancedFilter: { and: [{ equals: { property: ['source'], value: prefix } }] },
      sort: [{ property: ['name'], order: 'desc' }],
    })
    .autoPagingToArray();
  assert.deepEqual(sorted.map((asset) => asset.name.slice(-1)), ['c', 'b', 'a']);

  const hits = await client.assets.search({ search: { name: `${prefix} a` }, limit: 10 });
  assert.ok(hits.some((asset) => asset.name === `${prefix} a`));
});

test('events: times, types and asset links', async () => {
  const [asset] = await client.assets.create([{ name: 'with events' }]);
  const source = unique('source');
  await client.events.create([
    { externalId: unique('e'), startTime: 1000, endTime: 2000, type: 't', source, assetIds: [asset.id] },
    { externalId: unique('e'), startTime: 3000, type: 't', subtype: 's', source, metadata: { a: '1' } },
  ]);

  const early = await client.events
    .list({ filter: { source, startTime: { max: 2000 }, assetIds: [asset.id] } })
    .autoPagingToArray();
  assert.equal(early.length, 1);
  assert.equal(Number(early[0].startTime), 1000);

  const ongoing = await client.events.list({ filter: { source, endTime: { isNull: true } } }).autoPagingToArray();
  assert.deepEqual(ongoing.map((event) => event.subtype), ['s']);

  assert.equal((await client.events.aggregate.count({ filter: { source } }))[0].count, 2);
  await client.events.delete(early.map(({ id }) => ({ id })));
  assert.equal((await client.events.list({ filter: { source } }).autoPagingToArray()).length, 1);
});

test('data sets, labels and relationships', async () => {
  const dataSet = unique('data-set');
  const [created] = await client.datasets.create([{ externalId: dataSet, name: 'data set', metadata: { a: 'b' } }]);
  const label = unique('label');
  await client.labels.create([{ externalId: label, name: 'a label', dataSetId: created.id }]);
  const labels = await client.labels.list({ filter: { externalIdPrefix: label } }).autoPagingToArray();
  assert.equal(labels[0].name, 'a label');

  const [asset] = await client.assets.create([
    { externalId: unique('labelled'), name: 'labelled', dataSetId: created.id, labels: [{ externalId: label }] },
  ]);
  const labelled = await client.assets
    .list({ filter: { labels: { containsAll: [{ externalId: label }] } } })
    .autoPagingToArray();
  assert.deepEqual(labelled.map(({ id }) => id), [asset.id]);

  const externalId = unique('relationship');
  await client.relationships.create([
    {
      externalId,
      sourceExternalId: asset.externalId,
      sourceType: 'asset',
      targetExternalId: 'somewhere',
      targetType: 'event',
      confidence: 0.5,
    },
  ]);
  const [withSource] = await client.relationships.retrieve([{ externalId }], { fetchResources: true });
  assert.equal(withSource.source.id, asset.id);
  const listed = await client.relationships
    .list({ filter: { sourceExternalIds: [asset.externalId], targetTypes: ['event'] } })
    .autoPagingToArray();
  assert.deepEqual(listed.map((relationship) => relationship.confidence), [0.5]);
  await client.relationships.delete([{ externalId }]);
  await client.labels.delete([{ externalId: label }]);
});

test('files: metadata, content and deletion', async () => {
  const externalId = unique('file');
  const uploaded = await client.files.upload(
    { externalId, name: 'notes.txt', mimeType: 'text/plain', directory: '/notes' },
    'some content',
    false,
    true
  );
  assert.equal(uploaded.name, 'notes.txt');

  const [link] = await client.files.getDownloadUrls([{ externalId }]);
  assert.equal(await (await fetch(link.downloadUrl)).text(), 'some content');

  const listed = await client.files.list({ filter: { directoryPrefix: '/notes', uploaded: true } }).autoPagingToArray();
  assert.ok(listed.some((file) => file.externalId === externalId));
  await client.files.update([{ externalId, update: { source: { set: 'test' } } }]);
  await client.files.delete([{ externalId }]);
  assert.equal((await refusal(client.files.retrieve([{ externalId }]))).status, 400);
});

test('sequences: columns and rows', async () => {
  const externalId = unique('sequence');
  const [sequence] = await client.sequences.create([
    {
      externalId,
      columns: [
        { externalId: 'depth', valueType: 'DOUBLE' },
        { externalId: 'rock', valueType: 'STRING' },
      ],
    },
  ]);
  assert.equal(sequence.columns.length, 2);
  const rows = Array.from({ length: 50 }, (_, i) => ({ rowNumber: i, values: [i / 2, i % 2 ? null : `rock ${i}`] }));
  await client.sequences.insertRows([{ externalId, columns: ['depth', 'rock'], rows }]);

  const read = await client.sequences
    .retrieveRows({ externalId, start: 10, end: 20, limit: 5 })
    .autoPagingToArray({ limit: Infinity });
  assert.deepEqual(read.map((row) => row.rowNumber), [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);

  await client.sequences.deleteRows([{ externalId, rows: [10, 11] }]);
  const left = await client.sequences.retrieveRows({ externalId, start: 10, end: 20 }).autoPagingToArray();
  assert.equal(left.length, 8);
  await client.sequences.update([
    { externalId, update: { columns: { add: [{ externalId: 'well', valueType: 'LONG' }], remove: [{ externalId: 'rock' }] } } },
  ]);
  const [changed] = await client.sequences.retrieve([{ externalId }]);
  assert.deepEqual(changed.columns.map((column) => column.externalId), ['depth', 'well']);
  await client.sequences.delete([{ externalId }]);
});
