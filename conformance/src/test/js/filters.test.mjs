// Every filter that CDF documents, one by one: what it finds of a few objects that differ in what it is about.
import { test, before } from 'node:test';
import assert from 'node:assert/strict';
import { client, unique } from './project.mjs';

const prefix = unique('filters');
const id = (name) => `${prefix}-${name}`;
const hour = 3_600_000;
const start = Date.UTC(2024, 5, 1);
const point = (x, y) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [x, y] }, properties: {} });
const square = { type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] };

let dataSet, root, pump;

before(async () => {
  [dataSet] = await client.datasets.create([
    { externalId: id('ds'), name: 'data set', metadata: { area: 'north' }, writeProtected: false },
  ]);
  await client.labels.create([
    { externalId: id('red'), name: 'Red', dataSetId: dataSet.id },
    { externalId: id('round'), name: 'Round' },
  ]);
  [root, pump] = await client.assets.create([
    { externalId: id('root'), name: 'Root', source: 'sap', geoLocation: point(1, 1) },
    {
      externalId: id('pump'),
      name: 'Pump',
      parentExternalId: id('root'),
      dataSetId: dataSet.id,
      labels: [{ externalId: id('red') }, { externalId: id('round') }],
      metadata: { kind: 'pump', size: 'L' },
    },
    { externalId: id('valve'), name: 'Valve', parentExternalId: id('root'), labels: [{ externalId: id('red') }] },
  ]);
  await client.events.create([
    {
      externalId: id('stop'),
      type: 'alarm',
      subtype: 'high',
      source: 'dcs',
      startTime: start,
      endTime: start + hour,
      assetIds: [pump.id],
      dataSetId: dataSet.id,
      metadata: { level: '3' },
    },
    { externalId: id('open'), type: 'alarm', startTime: start + 2 * hour, assetIds: [root.id] },
    { externalId: id('note'), type: 'note', endTime: start },
  ]);
  await client.files.upload({
    externalId: id('manual'),
    name: 'manual.pdf',
    directory: '/docs/pumps',
    mimeType: 'application/pdf',
    source: 'dms',
    assetIds: [pump.id],
    dataSetId: dataSet.id,
    labels: [{ externalId: id('red') }],
    metadata: { kind: 'manual' },
    sourceCreatedTime: start,
    sourceModifiedTime: start + hour,
    geoLocation: point(1, 1),
  });
  await client.files.upload({ externalId: id('empty'), name: 'empty.txt' }, 'content', false, true);
  await client.timeseries.create([
    {
      externalId: id('flow'),
      name: 'flow',
      unit: 'm3/h',
      unitExternalId: 'volume_flow_rate:m3-per-hr',
      assetId: pump.id,
      dataSetId: dataSet.id,
      metadata: { kind: 'sensor' },
      isStep: true,
    },
    { externalId: id('state'), name: 'state', isString: true },
  ]);
  await client.sequences.create([
    {
      externalId: id('curve'),
      name: 'curve',
      assetId: pump.id,
      dataSetId: dataSet.id,
      metadata: { kind: 'curve' },
      columns: [{ externalId: 'c', valueType: 'DOUBLE' }],
    },
    { externalId: id('plain'), name: 'plain', columns: [{ externalId: 'c', valueType: 'LONG' }] },
  ]);
  await client.relationships.create([
    {
      externalId: id('measures'),
      sourceType: 'timeSeries',
      sourceExternalId: id('flow'),
      targetType: 'asset',
      targetExternalId: id('pump'),
      startTime: start,
      endTime: start + hour,
      confidence: 0.5,
      dataSetId: dataSet.id,
      labels: [{ externalId: id('red') }],
    },
    {
      externalId: id('tells'),
      sourceType: 'event',
      sourceExternalId: id('stop'),
      targetType: 'asset',
      targetExternalId: id('root'),
    },
  ]);
});

/** @param names of what is found among the objects of this file */
async function check(resource, filter, names, narrow = { externalIdPrefix: `${prefix}-` }) {
  const found = await resource.list({ filter: { ...narrow, ...filter }, limit: 1000 }).autoPagingToArray({ limit: Infinity });
  assert.deepEqual(
    found.map(({ externalId }) => externalId).sort(),
    names.map(id).sort(),
    JSON.stringify(filter)
  );
}

const times = { createdTime: { min: 0 }, lastUpdatedTime: { max: Date.now() + 24 * hour } };

test('assets', async () => {
  for (const [filter, ...names] of [
    [{ name: 'Pump' }, 'pump'],
    [{ parentIds: [root.id] }, 'pump', 'valve'],
    [{ parentExternalIds: [id('root')] }, 'pump', 'valve'],
    [{ rootIds: [{ externalId: id('root') }] }, 'root', 'pump', 'valve'],
    [{ assetSubtreeIds: [{ id: pump.id }] }, 'pump'],
    [{ dataSetIds: [{ id: dataSet.id }] }, 'pump'],
    [{ dataSetIds: [{ externalId: id('ds') }] }, 'pump'],
    [{ metadata: { kind: 'pump', size: 'L' } }, 'pump'],
    [{ metadata: { kind: 'valve' } }],
    [{ source: 'sap' }, 'root'],
    [{ labels: { containsAny: [{ externalId: id('red') }] } }, 'pump', 'valve'],
    [{ labels: { containsAll: [{ externalId: id('red') }, { externalId: id('round') }] } }, 'pump'],
    [{ root: true }, 'root'],
    [{ root: false }, 'pump', 'valve'],
    [{ externalIdPrefix: id('pu') }, 'pump'],
    [{ externalIdPrefix: id('PU') }],
    [{ geoLocation: { relation: 'WITHIN', shape: square } }, 'root'],
    [times, 'root', 'pump', 'valve'],
    [{ createdTime: { max: 1 } }],
  ]) {
    await check(client.assets, filter, names);
  }
});

test('events', async () => {
  for (const [filter, ...names] of [
    [{ startTime: { min: start + 1 } }, 'open'],
    [{ endTime: { min: start, max: start } }, 'note'],
    [{ endTime: { isNull: true } }, 'open'],
    [{ endTime: { isNull: false } }, 'stop', 'note'],
    [{ activeAtTime: { min: start + hour, max: start + hour } }, 'stop'],
    [{ activeAtTime: { min: start + 9 * hour } }, 'open'],
    [{ assetIds: [pump.id] }, 'stop'],
    [{ assetExternalIds: [id('root')] }, 'open'],
    [{ assetSubtreeIds: [{ externalId: id('root') }] }, 'stop', 'open'],
    [{ dataSetIds: [{ id: dataSet.id }] }, 'stop'],
    [{ metadata: { level: '3' } }, 'stop'],
    [{ source: 'dcs' }, 'stop'],
    [{ type: 'alarm' }, 'stop', 'open'],
    [{ subtype: 'high' }, 'stop'],
    [times, 'stop', 'open', 'note'],
  ]) {
    await check(client.events, filter, names);
  }
});

test('files', async () => {
  for (const [filter, ...names] of [
    [{ name: 'manual.pdf' }, 'manual'],
    [{ directoryPrefix: '/docs' }, 'manual'],
    [{ mimeType: 'application/pdf' }, 'manual'],
    [{ source: 'dms' }, 'manual'],
    [{ metadata: { kind: 'manual' } }, 'manual'],
    [{ assetIds: [pump.id] }, 'manual'],
    [{ assetExternalIds: [id('pump')] }, 'manual'],
    [{ rootAssetIds: [{ externalId: id('root') }] }, 'manual'],
    [{ assetSubtreeIds: [{ id: root.id }] }, 'manual'],
    [{ dataSetIds: [{ id: dataSet.id }] }, 'manual'],
    [{ labels: { containsAny: [{ externalId: id('red') }] } }, 'manual'],
    [{ geoLocation: { relation: 'INTERSECTS', shape: square } }, 'manual'],
    [{ uploaded: true }, 'empty'],
    [{ uploaded: false }, 'manual'],
    [{ sourceCreatedTime: { max: start } }, 'manual'],
    [{ sourceModifiedTime: { min: start + 1 } }, 'manual'],
    [{ uploadedTime: { min: 1 } }, 'empty'],
    [times, 'manual', 'empty'],
  ]) {
    await check(client.files, filter, names);
  }
});

test('time series', async () => {
  for (const [filter, ...names] of [
    [{ name: 'flow' }, 'flow'],
    [{ unit: 'm3/h' }, 'flow'],
    [{ unitExternalId: 'volume_flow_rate:m3-per-hr' }, 'flow'],
    [{ isString: true }, 'state'],
    [{ isStep: true }, 'flow'],
    [{ metadata: { kind: 'sensor' } }, 'flow'],
    [{ assetIds: [pump.id] }, 'flow'],
    [{ assetExternalIds: [id('pump')] }, 'flow'],
    [{ rootAssetIds: [root.id] }, 'flow'],
    [{ assetSubtreeIds: [{ externalId: id('root') }] }, 'flow'],
    [{ dataSetIds: [{ id: dataSet.id }] }, 'flow'],
    [times, 'flow', 'state'],
  ]) {
    await check(client.timeseries, filter, names);
  }
});

test('sequences', async () => {
  for (const [filter, ...names] of [
    [{ name: 'curve' }, 'curve'],
    [{ metadata: { kind: 'curve' } }, 'curve'],
    [{ metadata: { kind: 'CURVE' } }],
    [{ assetIds: [pump.id] }, 'curve'],
    [{ rootAssetIds: [root.id] }, 'curve'],
    [{ assetSubtreeIds: [{ id: root.id }] }, 'curve'],
    [{ dataSetIds: [{ id: dataSet.id }] }, 'curve'],
    [times, 'curve', 'plain'],
  ]) {
    await check(client.sequences, filter, names);
  }
});

test('relationships', async () => {
  const mine = { dataSetIds: undefined };
  for (const [filter, ...names] of [
    [{ sourceExternalIds: [id('flow')] }, 'measures'],
    [{ sourceExternalIds: [id('flow'), id('stop')], sourceTypes: ['event'] }, 'tells'],
    [{ targetExternalIds: [id('pump'), id('root')] }, 'measures', 'tells'],
    [{ targetExternalIds: [id('pump')], targetTypes: ['asset'] }, 'measures'],
    [{ dataSetIds: [{ externalId: id('ds') }] }, 'measures'],
    [{ labels: { containsAny: [{ externalId: id('red') }] } }, 'measures'],
    [{ sourcesOrTargets: [{ type: 'asset', externalId: id('root') }] }, 'tells'],
    [{ sourceExternalIds: [id('flow')], startTime: { min: start, max: start } }, 'measures'],
    [{ sourceExternalIds: [id('flow')], endTime: { max: start } }],
    [{ targetExternalIds: [id('pump'), id('root')], confidence: { min: 0.4, max: 0.6 } }, 'measures'],
    [{ targetExternalIds: [id('pump'), id('root')], activeAtTime: { min: start + 9 * hour } }, 'tells'],
    [{ targetExternalIds: [id('pump'), id('root')], ...times }, 'measures', 'tells'],
  ]) {
    await check(client.relationships, filter, names, mine);
  }
});

test('data sets and labels', async () => {
  for (const filter of [{ metadata: { area: 'north' } }, { writeProtected: false }, times]) {
    await check(client.datasets, filter, ['ds']);
  }
  for (const [filter, ...names] of [
    [{ name: 'Red' }, 'red'],
    [{ dataSetIds: [{ id: dataSet.id }] }, 'red'],
    [{ externalIdPrefix: id('ro') }, 'round'],
  ]) {
    await check(client.labels, filter, names);
  }
});

test('sorts put what has no value where they are told to', async () => {
  const sorted = async (order, nulls) =>
    (
      await client.assets
        .list({
          filter: { externalIdPrefix: `${prefix}-` },
          sort: [{ property: ['source'], order, nulls }, { property: ['name'] }],
        })
        .autoPagingToArray()
    ).map(({ name }) => name);

  assert.deepEqual(await sorted('asc', 'auto'), ['Root', 'Pump', 'Valve']);
  assert.deepEqual(await sorted('desc', 'auto'), ['Pump', 'Valve', 'Root']);
  assert.deepEqual(await sorted('asc', 'first'), ['Pump', 'Valve', 'Root']);
  assert.deepEqual(await sorted('desc', 'last'), ['Root', 'Pump', 'Valve']);
});

test('events are sorted by a field', async () => {
  const found = await client.events
    .list({ filter: { externalIdPrefix: `${prefix}-`, type: 'alarm' }, sort: { startTime: 'desc' } })
    .autoPagingToArray();
  assert.deepEqual(found.map(({ externalId }) => externalId), [id('open'), id('stop')]);
});
